import type { Market, Platform } from '../catalog/imported-row.ts';
import { type ItemLinkReading, isTaobaoShare, readItemLink, webAddress } from './cells/item-link.ts';
import { otherShopAt } from './cells/other-shops.ts';
import { marketOf, parsePlatform, type PlatformReading } from './cells/platform.ts';
import type { RowContext } from './row-context.ts';
import type { TargetField } from './target-fields.ts';

export interface Seller {
  market: Market;
  platform: Platform | null;
}

/** Rejects the row as goods of a shop whose ids are not the catalog's. */
export function rejectOtherShop(context: RowContext, field: TargetField, shop: string): null {
  context.report('other-shop', 'rejected', field, { shop });
  return null;
}

/** What the platform column says; null also when it says nothing. */
function readPlatform(context: RowContext): PlatformReading | null {
  const text = context.value('platform');
  if (text === '') return null;
  const reading = parsePlatform(text);
  if (reading === null) context.report('platform-unknown', 'dropped', 'platform');
  return reading;
}

const shareColumns = [
  'affiliateUrl',
  'affiliateShortUrl',
  'couponAffiliateUrl',
  'couponUrl',
  'couponShortUrl',
] as const satisfies TargetField[];

/**
 * Where the first share link that tells leads. Only its market counts: from Taobao's share links nobody can tell 淘宝
 * from 天猫.
 */
function readShareMarket(context: RowContext): { market: Market } | { otherShop: string; field: TargetField } | null {
  for (const field of shareColumns) {
    const text = context.value(field);
    if (isTaobaoShare(text)) return { market: 'taobao' };
    const address = text === '' ? null : webAddress(text);
    if (address === null) continue;
    const market = readItemLink(address)?.market;
    if (market !== undefined) return { market };
    const otherShop = otherShopAt(address);
    if (otherShop !== null) return { otherShop, field };
  }
  return null;
}

/** An item page with the very id of the row knows better where it is sold than a word or a `0` in a column. */
function pageDecides(context: RowContext, link: ItemLinkReading, stated: Platform): boolean {
  return link.market !== marketOf(stated) && link.itemId !== null && link.itemId === context.value('itemId');
}

/**
 * Where the row's goods are sold: by its item page and its platform column, else by its share links; Taobao where nothing
 * says so. Null after a `rejected` issue: they are another shop's.
 */
export function readSeller(context: RowContext, detailUrl: string | null, link: ItemLinkReading | null): Seller | null {
  const stated = readPlatform(context);
  if (stated && 'otherShop' in stated) return rejectOtherShop(context, 'platform', stated.otherShop);
  const pageShop = detailUrl === null || link !== null ? null : otherShopAt(detailUrl);
  if (pageShop !== null) return rejectOtherShop(context, 'detailUrl', pageShop);
  if (stated && !(link && pageDecides(context, link, stated.platform))) {
    return { market: marketOf(stated.platform), platform: stated.platform };
  }
  if (link) return { market: link.market, platform: link.platform };
  const share = readShareMarket(context);
  if (share && 'otherShop' in share) return rejectOtherShop(context, share.field, share.otherShop);
  const market = share?.market ?? 'taobao';
  return { market, platform: market === 'taobao' ? null : market };
}
