import type { Market } from '../catalog/imported-row.ts';
import { parseItemId } from '../import/cells/item-id.ts';
import type { CouponPart, PricePart } from '../links/find-prices.ts';
import type { Span } from '../links/free-text.ts';
import type { ProductDraft } from '../links/group-products.ts';
import { type LinkMarket, linkMarket } from '../links/link-kinds.ts';
import type { TakenApart } from '../links/take-apart.ts';

/** One product of a pasted text, with what the text says of it. Numbers in lists are indexes into the parts of the text. */
export interface PasteDraft extends Span {
  title: string | null;
  market: Market;
  /** A whole, valid id only. */
  itemId: string | null;
  itemKey: string | null;
  /** 分 */
  priceFen: number | null;
  finalPriceFen: number | null;
  coupon: Pick<CouponPart, 'faceFen' | 'thresholdFen' | 'value'> | null;
  /** Day of the chat message it stands in, YYYY-MM-DD; null when the text does not say. */
  sentOn: string | null;
  links: number[];
  prices: number[];
  coupons: number[];
  words: number[];
}

/** Meituan's goods are no catalog of ours; what a link does not say is taken for Taobao, as nearly all of it is. */
const marketOf = (market: LinkMarket | null): Market => (market === null || market === 'meituan' ? 'taobao' : market);

/** The products of a text that was taken apart, each with the stretch of the text it takes up. */
export function pasteDrafts(apart: TakenApart, length: number): PasteDraft[] {
  return apart.products.map((product, at) => {
    const next = apart.products[at + 1]?.start ?? length;
    const end = apart.messages.find(({ start }) => start > product.start && start < next)?.start ?? next;
    return toDraft(apart, product, { start: product.start, end });
  });
}

function toDraft(apart: TakenApart, { title, itemId, links, prices, coupons }: ProductDraft, span: Span): PasteDraft {
  const known = links.flatMap((index) => linkMarket(apart.links[index]?.kind ?? 'web_link') ?? []);
  const market = marketOf(known[0] ?? null);
  const reading = itemId === null ? null : parseItemId(itemId, market);
  const hasId = reading !== null && 'key' in reading;
  const stated = prices.flatMap((index) => apart.prices[index] ?? []);
  const finalPriceFen = amount(stated, 'final');
  // An amount without a label that is below the price after the coupon is something else.
  const unlabelled = stated.filter(({ role, fen }) => role === 'plain' && fen >= (finalPriceFen ?? 0));
  return {
    ...span,
    title,
    market,
    itemId: hasId ? reading.id : null,
    itemKey: hasId ? reading.key : null,
    priceFen: amount(stated, 'list') ?? amount(stated, 'sale') ?? amount(unlabelled, 'plain'),
    finalPriceFen,
    coupon: apart.coupons[coupons[0] ?? -1] ?? null,
    sentOn: apart.messages.findLast(({ start }) => start <= span.start)?.sentOn ?? null,
    links,
    prices,
    coupons,
    words: apart.words.flatMap(({ start, end }, index) => (start >= span.start && end <= span.end ? [index] : [])),
  };
}

const amount = (prices: readonly PricePart[], role: PricePart['role']): number | null =>
  prices.find((price) => price.role === role)?.fen ?? null;
