import type { Market, Platform } from '../catalog/imported-row.ts';
import { type ItemLinkReading, readItemLink, webAddress } from './cells/item-link.ts';
import { type ItemIdProblem, parseItemId, seemsRounded } from './cells/item-id.ts';
import { otherShopAt } from './cells/other-shops.ts';
import { readSeller, rejectOtherShop } from './read-seller.ts';
import { readAddress } from './read-values.ts';
import type { RowContext } from './row-context.ts';

export interface Identity {
  market: Market;
  itemId: string;
  itemKey: string;
  platform: Platform | null;
  /** The item page, unless it shows another item. */
  detailUrl: string | null;
}

interface FoundId {
  id: string;
  key: string;
  market: Market;
}

function fromLink(context: RowContext, link: ItemLinkReading | null): FoundId | null {
  if (!link?.itemId) return null;
  const reading = parseItemId(link.itemId, link.market);
  if ('problem' in reading) return null;
  // A table without an id column was made that way; only an empty cell is something to tell.
  if (context.plan.columnOf.itemId >= 0) context.report('id-from-link', 'repaired', 'itemId', { id: reading.id });
  return { ...reading, market: link.market };
}

const platformNames: Readonly<Record<Exclude<Market, 'taobao'>, string>> = {
  jd: '京东 (JD)',
  pdd: '拼多多 (Pinduoduo)',
  douyin: '抖音 (Douyin)',
};

function reportUnreadable(context: RowContext, market: Market, problem: ItemIdProblem): void {
  if (problem === 'unreadable' && market !== 'taobao') {
    context.report('id-not-of-platform', 'rejected', 'itemId', { platform: platformNames[market] });
  } else context.report(`id-${problem}`, 'rejected', 'itemId');
}

function readId(context: RowContext, market: Market, link: ItemLinkReading | null): FoundId | null {
  const text = context.value('itemId');
  if (text === '') {
    const derived = fromLink(context, link);
    if (derived === null) context.report('id-missing', 'rejected', 'itemId');
    return derived;
  }
  const reading = parseItemId(text, market);
  if ('id' in reading) {
    const isSure = !seemsRounded(reading.id) || link?.itemId === reading.id;
    if (isSure) return { id: reading.id, key: reading.key, market };
    context.report('id-rounded', 'rejected', 'itemId');
    return null;
  }
  const address = webAddress(text);
  if (address !== null) {
    const derived = fromLink(context, readItemLink(address));
    if (derived !== null) return derived;
    const otherShop = otherShopAt(address);
    if (otherShop !== null) return rejectOtherShop(context, 'itemId', otherShop);
  }
  reportUnreadable(context, market, reading.problem);
  return null;
}

/** Two numeric ids of one market that differ name two products; a string id and a number may be the same item. */
function showsOtherItem(id: string, market: Market, link: ItemLinkReading | null): boolean {
  const other = link?.itemId;
  return Boolean(other) && other !== id && link?.market === market && /^\d+$/.test(id) && /^\d+$/.test(other ?? '');
}

/**
 * Which product a row speaks of. Without an id (but not with a damaged one) the item page's own id is taken. Null after
 * a `rejected` issue.
 */
export function readIdentity(context: RowContext): Identity | null {
  const detailUrl = readAddress(context, 'detailUrl');
  const link = detailUrl === null ? null : readItemLink(detailUrl);
  const seller = readSeller(context, detailUrl, link);
  const reading = seller && readId(context, seller.market, link);
  if (seller === null || reading === null) return null;
  const other = showsOtherItem(reading.id, reading.market, link);
  if (other) {
    context.report('link-other-item', 'dropped', 'detailUrl', { id: reading.id, linkId: link?.itemId ?? '' });
  }
  return {
    market: reading.market,
    itemId: reading.id,
    itemKey: reading.key,
    platform: seller.platform,
    detailUrl: other ? null : detailUrl,
  };
}
