import { readNumber, shortCount, textOf, tidyNumber } from './numbers.ts';

/** A filter of a template: its value, then what stands behind the colon. */
export type Filter = (...values: unknown[]) => unknown;

/** `39.9` → `39.9元`; with a number of places, exactly so many: `| 元: 2` → `39.90元`. Empty stays empty. */
const yuan: Filter = (value, places) => {
  const amount = readNumber(value);
  if (amount === null) return textOf(value);
  const digits = readNumber(places);
  const fixed =
    digits === null ? String(tidyNumber(amount)) : amount.toFixed(Math.min(Math.max(Math.trunc(digits), 0), 4));
  return `${fixed}元`;
};

/** A coupon's face as a coupon: `30` → `30元券`. */
const coupon: Filter = (value) => {
  const face = readNumber(value);
  return face === null ? textOf(value) : `${tidyNumber(face)}元券`;
};

const dateFields = /yyyy|MM|M|dd|d/g;

/** `2026-11-30` → `11月30日`, or by a pattern of yyyy, MM, M, dd, d. Anything that is no day is left as it is. */
const day: Filter = (value, pattern) => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(textOf(value));
  if (!parts) return textOf(value);
  const [, year = '', month = '', date = ''] = parts;
  const fields: Record<string, string> = {
    yyyy: year,
    MM: month,
    M: String(Number(month)),
    dd: date,
    d: String(Number(date)),
  };
  return (textOf(pattern) || 'M月d日').replace(dateFields, (field) => fields[field] ?? field);
};

let segmenter: Intl.Segmenter | undefined;

/** Characters as people count them. What cuts them is made when first needed: every start would wait 10 ms for it. */
function charactersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** At most `length` characters as people count them (an emoji is one), the last one `…` when something was cut. */
const truncate: Filter = (value, length, ending = '…') => {
  const text = textOf(value);
  const limit = Math.max(1, Math.trunc(readNumber(length) ?? 50));
  if (text.length <= limit) return text;
  const marks = charactersOf(text);
  const cut = textOf(ending);
  return marks.length <= limit ? text : marks.slice(0, Math.max(0, limit - cut.length)).join('') + cut;
};

const sales: Filter = (value) => {
  const count = readNumber(value);
  return count === null || count < 0 ? textOf(value) : shortCount(count);
};

const fallback: Filter = (value, other) => {
  const text = textOf(value);
  return text.trim() === '' || value === false ? (other ?? '') : value;
};

const arithmetic =
  (operation: (a: number, b: number) => number): Filter =>
  (left, right) => {
    const [a, b] = [readNumber(left), readNumber(right)];
    if (a === null || b === null) return '';
    const result = operation(a, b);
    return Number.isFinite(result) ? tidyNumber(result) : '';
  };

const onNumber =
  (operation: (value: number, places: number) => number): Filter =>
  (value, places) => {
    const number = readNumber(value);
    return number === null ? '' : tidyNumber(operation(number, Math.min(Math.max(readNumber(places) ?? 0, 0), 4)));
  };

/** Characters a replacement may come to: ten times a whole copy, and still made in no time. Longer ones are never begun. */
const replacedUnits = 100_000;

const replace: Filter = (value, from, to) => {
  const [text, old, fresh] = [textOf(value), textOf(from), textOf(to)];
  if (old === '') return text;
  const between = text.split(old);
  const length = text.length + (between.length - 1) * (fresh.length - old.length);
  if (length > replacedUnits) throw new RangeError('replacement limit exceeded');
  return between.join(fresh);
};

/** Every filter a template may use. The Chinese names are the ones shown; the others are LiquidJS's usual ones. */
export const filters: Readonly<Record<string, Filter>> = {
  元: yuan,
  money: yuan,
  券: coupon,
  coupon,
  日期: day,
  date: day,
  截断: truncate,
  truncate,
  销量: sales,
  sales,
  默认: fallback,
  default: fallback,
  加: arithmetic((a, b) => a + b),
  plus: arithmetic((a, b) => a + b),
  减: arithmetic((a, b) => a - b),
  minus: arithmetic((a, b) => a - b),
  times: arithmetic((a, b) => a * b),
  divided_by: arithmetic((a, b) => a / b),
  round: onNumber((value, places) => Number(value.toFixed(places))),
  floor: onNumber((value) => Math.floor(value)),
  ceil: onNumber((value) => Math.ceil(value)),
  append: (value, added) => textOf(value) + textOf(added),
  prepend: (value, added) => textOf(added) + textOf(value),
  replace,
  remove: (value, from) => replace(value, from, ''),
  strip: (value) => textOf(value).trim(),
  size: (value) => charactersOf(textOf(value)).length,
};
