import type { TextSpan } from '../finding.ts';
import { findMaskedRanges } from '../text/mask.ts';

/** Prices, coupon faces and discounts as they stand in copy. Bounded quantifiers only. */
const amounts =
  /[¥￥$]\s?\d{1,9}(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?\s?(?:元|块|折|圆)|满\s?\d{1,7}\s?(?:元|块)?\s?[减送返]\s?\d{1,7}(?:元|块)?|(?:券后价?|到手价?|原价|现价|售价|拼单价|秒杀价|活动价|优惠价|特价)\s?[:：]?\s?\d{1,9}(?:\.\d{1,2})?/g;

/** Pieces a rewrite keeps byte for byte: addresses, 口令, prices, coupon amounts. Sorted, merged. */
export function protectedSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = findMaskedRanges(text).map(({ start, end }) => ({ start, end }));
  for (const found of text.matchAll(amounts)) spans.push({ start: found.index, end: found.index + found[0].length });
  spans.sort((left, right) => left.start - right.start);
  const merged: TextSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** True when every protected piece of `before` is in `after`, in the same order. */
export function keepsProtected(before: string, after: string): boolean {
  let from = 0;
  for (const { start, end } of protectedSpans(before)) {
    const piece = before.slice(start, end);
    const at = after.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}
