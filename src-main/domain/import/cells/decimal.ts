const zero = 48;
const nine = 57;
const dot = 46;

/**
 * A plain decimal as an integer of `10^-places` units, rounded half up on the decimal text itself, so no binary
 * fraction is ever involved: `('19.99', 2)` is 1999, `('1.005', 2)` is 101.
 * @returns null for anything but digits with at most one point, and beyond the safe integer range
 */
export function scaledDecimal(text: string, places: number): number | null {
  let value = 0;
  let decimals = -1;
  let roundUp = false;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot) {
      if (decimals >= 0) return null;
      decimals = 0;
      continue;
    }
    if (code < zero || code > nine) return null;
    digits += 1;
    if (decimals < 0) value = value * 10 + (code - zero);
    else if (decimals < places) {
      value = value * 10 + (code - zero);
      decimals += 1;
    } else {
      if (decimals === places) roundUp = code - zero >= 5;
      decimals += 1;
    }
    if (value > Number.MAX_SAFE_INTEGER) return null;
  }
  if (digits === 0) return null;
  for (let done = Math.max(decimals, 0); done < places; done += 1) value *= 10;
  if (roundUp) value += 1;
  return value > Number.MAX_SAFE_INTEGER ? null : value;
}

const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** Places that a word behind a number moves its point by. */
const magnitudes: ReadonlyMap<string, number> = new Map([
  ['千', 3],
  ['k', 3],
  ['万', 4],
  ['w', 4],
  ['亿', 8],
]);

/** Longer texts are no numbers, cut or not. */
const longestNumber = 60;

export interface NumberText {
  /** Digits with at most one point, if the text is a number at all. */
  digits: string;
  /** Decimal places to add: 3 for 千, 4 for 万, 8 for 亿. */
  shift: number;
  percent: boolean;
}

/**
 * The number inside a cell: full-width digits, thousands separators, ¥/元, a piece behind a stroke (`19.9元/件`), %, 千, 万
 * and 亿 are understood. Digits with white space between them are two numbers (`19 29`), which make none.
 * The caller strips words that belong to its own field. The result may still be no number; parsing it decides.
 */
export function numberText(text: string): NumberText {
  let rest = text
    .slice(0, longestNumber)
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/^\+/, '')
    .replace(/^(?:¥|rmb|cny|人民币)/, '')
    .replace(/\/[件个份只套盒瓶袋包条张双箱]$/, '')
    .replace(/(?:\(元\)|元整?|块钱?|rmb|cny|¥)$/, '');
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1);
  const shift = magnitudes.get(rest.slice(-1)) ?? 0;
  if (shift > 0) rest = rest.slice(0, -1);
  if (grouped.test(rest)) rest = rest.replaceAll(',', '');
  return { digits: rest, shift, percent };
}
