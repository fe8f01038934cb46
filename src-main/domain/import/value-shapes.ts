import { parseCouponFace } from './cells/coupon-face.ts';
import { readItemLink, webAddress } from './cells/item-link.ts';
import { parseItemId } from './cells/item-id.ts';
import { isNoneWord, tidyCell } from './cells/tidy-cell.ts';
import type { TargetField } from './target-fields.ts';

/** Fields whose values are recognisable by themselves. Prices and dates are not: any of five columns could be meant. */
const shapes: readonly { field: TargetField; fits(value: string): boolean }[] = [
  {
    field: 'affiliateShortUrl',
    fits: (value) => /^(?:https?:)?\/\/s\.click\.taobao\.com\/[0-9A-Za-z]{6,9}(?:[?#]|$)/.test(value),
  },
  { field: 'affiliateUrl', fits: (value) => /^(?:https?:)?\/\/s\.click\.taobao\.com\/t\?/.test(value) },
  {
    field: 'couponAffiliateUrl',
    fits: (value) => /^(?:https?:)?\/\/uland\.taobao\.com\/coupon\/edetail\?/.test(value),
  },
  {
    field: 'couponUrl',
    fits: (value) =>
      /^(?:https?:)?\/\/(?:uland\.taobao\.com\/quan\/detail|(?:shop|market)\.m\.taobao\.com\/[^?]*coupon)/.test(value),
  },
  {
    field: 'image',
    fits: (value) => /^(?:https?:)?\/\/[^?#]+\.(?:jpe?g|png|webp|gif)(?:_[^/]*)?(?:[?#]|$)/i.test(value),
  },
  {
    field: 'detailUrl',
    fits: (value) => webAddress(value) !== null && Boolean(readItemLink(webAddress(value) ?? '')?.itemId),
  },
  { field: 'token', fits: (value) => /[\p{Sc}￥]\s?(?:[A-Z]{2}\d{3,4}\s)?[0-9A-Za-z]{11}[\p{Sc}￥]/u.test(value) },
  { field: 'couponFace', fits: (value) => /^满\s*\d/.test(value) && parseCouponFace(value).state === 'some' },
  { field: 'itemId', fits: (value) => /^\d{11,13}$/.test(value) || (/-/.test(value) && 'id' in parseItemId(value)) },
  { field: 'shop', fits: (value) => value.length <= 30 && /(?:旗舰|专卖|专营|工厂|企业)?店$/.test(value) },
  {
    field: 'title',
    fits: (value) => value.length >= 6 && /\p{Script=Han}{2}/u.test(value) && !/[:：]\/\//.test(value),
  },
];

/** A shape shows at the beginning of a value. */
const shapeLength = 500;

/** Below this share of filled cells a shape is chance. */
const enoughShare = 0.8;

export interface ShapeGuess {
  field: TargetField;
  column: number;
  /** Share of the column's filled sample cells that fit. */
  share: number;
}

function shapeOf(values: readonly string[]): { field: TargetField; share: number } | null {
  if (values.length === 0) return null;
  for (const { field, fits } of shapes) {
    const share = values.filter(fits).length / values.length;
    if (share >= enoughShare) return { field, share };
  }
  return null;
}

function filledValues(rows: readonly (readonly string[])[], column: number): string[] {
  return rows
    .map((row) => tidyCell((row[column] ?? '').slice(0, shapeLength)))
    .filter((value) => value !== '' && !isNoneWord(value));
}

/**
 * What the columns of a table seem to hold, judged by sample values alone. A second column of 口令 is taken for the
 * coupon's. Fields that more than one column fits appear once for each.
 */
export function guessByValues(rows: readonly (readonly string[])[], columns: readonly number[]): ShapeGuess[] {
  const guesses = columns.flatMap((column) => {
    const guess = shapeOf(filledValues(rows, column));
    return guess === null ? [] : [{ ...guess, column }];
  });
  let tokens = 0;
  return guesses.map((guess) => {
    if (guess.field !== 'token') return guess;
    tokens += 1;
    return tokens === 2 ? { ...guess, field: 'couponToken' } : guess;
  });
}
