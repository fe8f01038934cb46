import type { PasteReading } from '#contract/paste';

export interface MarkedPiece {
  start: number;
  text: string;
  /** Null: nothing was found here. */
  kind: 'link' | 'price' | 'coupon' | 'title' | null;
  /** Index of the product that begins here. */
  product: number | null;
}

interface Found {
  start: number;
  end: number;
  kind: Exclude<MarkedPiece['kind'], null>;
}

/** The text cut at everything that was found in it, in order and without gaps. */
export function markedPieces(text: string, reading: PasteReading): MarkedPiece[] {
  const { links, prices, coupons, products } = reading;
  const titles = products.flatMap(({ title, start, end }): Found[] => {
    const at = title === null ? -1 : text.indexOf(title, start);
    return title === null || at < 0 || at >= end ? [] : [{ start: at, end: at + title.length, kind: 'title' }];
  });
  const found: Found[] = [
    ...links.map(({ start, end }): Found => ({ start, end, kind: 'link' })),
    ...prices.map(({ start, end }): Found => ({ start, end, kind: 'price' })),
    ...coupons.map(({ start, end }): Found => ({ start, end, kind: 'coupon' })),
    ...titles,
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const begins = new Map(products.map(({ start }, index) => [start, index]));
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, end, kind } of found) {
    // A name inside a long 口令 is part of the link.
    if (start < at) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), kind: null, product: null });
    pieces.push({ start, text: text.slice(start, end), kind, product: begins.get(start) ?? null });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), kind: null, product: null });
  return pieces;
}
