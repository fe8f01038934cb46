import type { CouponPart, PricePart, PriceRole } from './find-prices.ts';
import type { TitlePart } from './find-titles.ts';
import { type LinkKind, type LinkMarket, linkMarket } from './link-kinds.ts';
import type { LinkPart } from './link-part.ts';

/** One product of a pasted text: what seems to belong together. Numbers are indexes into the lists of the same text. */
export interface ProductDraft {
  /** Where its first piece begins. */
  start: number;
  title: string | null;
  itemId: string | null;
  links: number[];
  prices: number[];
  coupons: number[];
}

export type Piece =
  | { type: 'title'; at: number; index: number; part: TitlePart }
  | { type: 'link'; at: number; index: number; part: LinkPart }
  | { type: 'price'; at: number; index: number; part: PricePart }
  | { type: 'coupon'; at: number; index: number; part: CouponPart };

export interface Pieces {
  /** All pieces in order of appearance. */
  ordered: readonly Piece[];
  /** Offsets of blank lines and ruled lines: the next product may begin here. */
  breaks: readonly number[];
  /** Offsets of chat headers (name and time) and of entries of a numbered list: the next product does begin here. */
  starts: readonly number[];
}

/** A draft being filled, with what decides whether the next piece can still belong to it. */
interface OpenDraft extends ProductDraft {
  /** Where the last piece of the draft stands. */
  last: number;
  market: LinkMarket | null;
  /** First canonical seen per kind of link. */
  canonicals: Map<LinkKind, string>;
  /** First amount seen per price role. */
  priceFen: Map<PriceRole, number>;
  couponFen: number | null;
}

/**
 * Splits the pieces into products. A new product begins when something comes that the current one cannot also have:
 * another name, another item, another market, the same kind of link or price again, another message or list entry.
 */
export function groupProducts(pieces: Pieces): ProductDraft[] {
  const drafts: OpenDraft[] = [];
  let current = newDraft();
  const isBetween = betweenCounter(pieces);
  for (const piece of pieces.ordered) {
    const gap = isBetween(current.last, piece.at);
    if (!isEmpty(current) && (gap === 'start' || conflicts(current, piece, gap === 'break'))) {
      drafts.push(current);
      current = newDraft();
    }
    add(current, piece);
  }
  drafts.push(current);
  return drafts.filter(isProduct).map(({ start, title, itemId, links, prices, coupons }) => ({
    start,
    title,
    itemId,
    links,
    prices,
    coupons,
  }));
}

function conflicts(draft: OpenDraft, piece: Piece, afterBreak: boolean): boolean {
  const hasLink = draft.links.length > 0;
  switch (piece.type) {
    case 'title':
      return draft.title === null ? afterBreak && hasLink : hasLink || draft.prices.length > 0;
    case 'link':
      if (afterBreak && hasLink && draft.title === null && draft.prices.length === 0) return true;
      return isOtherProduct(draft, piece.part);
    case 'price':
      return hasLink && draft.prices.length > 0 && isOtherPrice(draft, piece.part, afterBreak);
    case 'coupon':
      return hasLink && draft.couponFen !== null && draft.couponFen !== piece.part.faceFen;
  }
}

/** Bare amounts of one product may differ; below a blank line they are the next one's. */
function isOtherPrice(draft: OpenDraft, price: PricePart, afterBreak: boolean): boolean {
  return price.role === 'plain' ? afterBreak : differs(draft.priceFen.get(price.role), price.fen);
}

function isOtherProduct(draft: OpenDraft, link: LinkPart): boolean {
  const market = linkMarket(link.kind);
  if (market !== null && draft.market !== null && market !== draft.market) return true;
  if (link.itemId !== null && draft.itemId !== null) return link.itemId !== draft.itemId;
  return differs(draft.canonicals.get(link.kind), link.canonical);
}

const differs = <T>(known: T | undefined, value: T): boolean => known !== undefined && known !== value;

function add(draft: OpenDraft, piece: Piece): void {
  if (isEmpty(draft)) draft.start = piece.at;
  draft.last = piece.at;
  switch (piece.type) {
    case 'title':
      draft.title ??= piece.part.value;
      break;
    case 'link':
      addLink(draft, piece.index, piece.part);
      break;
    case 'price':
      draft.prices.push(piece.index);
      if (!draft.priceFen.has(piece.part.role)) draft.priceFen.set(piece.part.role, piece.part.fen);
      break;
    case 'coupon':
      draft.coupons.push(piece.index);
      draft.couponFen ??= piece.part.faceFen;
      break;
  }
}

function addLink(draft: OpenDraft, index: number, link: LinkPart): void {
  draft.links.push(index);
  draft.title ??= link.title;
  draft.itemId ??= link.itemId;
  draft.market ??= linkMarket(link.kind);
  if (!draft.canonicals.has(link.kind)) draft.canonicals.set(link.kind, link.canonical);
}

const newDraft = (): OpenDraft => ({
  start: 0,
  title: null,
  itemId: null,
  links: [],
  prices: [],
  coupons: [],
  last: 0,
  market: null,
  canonicals: new Map(),
  priceFen: new Map(),
  couponFen: null,
});

const isEmpty = (draft: OpenDraft): boolean =>
  draft.title === null && draft.links.length + draft.prices.length + draft.coupons.length === 0;

/** A name alone or a price alone is not a product. */
const isProduct = (draft: OpenDraft): boolean =>
  draft.links.length > 0 || (draft.title !== null && draft.prices.length > 0);

/** What separates two offsets; asked in ascending order, so each list is walked once. */
function betweenCounter({ breaks, starts }: Pieces): (from: number, to: number) => 'start' | 'break' | null {
  const has = (offsets: readonly number[]) => {
    let next = 0;
    return (from: number, to: number): boolean => {
      while ((offsets[next] ?? Infinity) < from) next += 1;
      return (offsets[next] ?? Infinity) < to;
    };
  };
  const hasBreak = has(breaks);
  const hasStart = has(starts);
  return (from, to) => {
    const separated = hasBreak(from, to);
    return hasStart(from, to) ? 'start' : separated ? 'break' : null;
  };
}
