import { numberText, scaledDecimal } from './decimal.ts';

const highestCount = 1_000_000_000;
const longestCount = 60;
const wordsBefore = /^(?:近?30天(?:销量)?|月销量?|热销|已售|已拼|销量|剩余|共|总计|约|超过?)[:：]?/;
const wordsAfter = /(?:件|笔|单|张|个|人付款|人已买|人|以上)$/;

/** A whole number of pieces, or null. `1.2万`, `2千+`, `1000+`, `10万以上`, `9,521 件` and `913.0` are understood; parts are rounded. */
export function parseCount(text: string): number | null {
  let count = scaledDecimal(text, 0);
  if (count === null) {
    const bare = text
      .slice(0, longestCount)
      .normalize('NFKC')
      .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
      .replace(/\+$/, '')
      .replace(wordsBefore, '')
      .replace(wordsAfter, '')
      .replace(/\+$/, '');
    const { digits, shift, percent } = numberText(bare);
    if (!percent) count = scaledDecimal(digits, shift);
  }
  return count === null || count > highestCount ? null : count;
}
