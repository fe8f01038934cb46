import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isExcelError, isNoneWord, tidyCell } from './tidy-cell.ts';

test.each([
  ['\t557662696505', '557662696505'],
  ['="557662696505"', '557662696505'],
  ['=557662696505', '557662696505'],
  ["'557662696505", '557662696505'],
  ['\u3000全角空格\u3000', '全角空格'],
  ['\ufeff商品id', '商品id'],
  ['557662696505\u200b', '557662696505'],
  ['="a""b"', 'a"b'],
  ['  两边  空格  ', '两边  空格'],
] as const)('%j becomes %j', (cell, text) => {
  expect(tidyCell(cell)).toBe(text);
});

test.each(["'s 爆款", '=A1+B2', '￥abc￥', '71￥ CZ3457 abc￥ https://m.tb.cn/h.x  标题'])(
  '%j is left alone',
  (cell) => {
    expect(tidyCell(cell)).toBe(cell);
  },
);

test('tidying is idempotent and never touches the inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = tidyCell(text);
      expect(tidyCell(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('words for nothing and Excel errors', () => {
  for (const word of ['-', '无', '暂无', 'NULL', 'NaN', 'N/A', '\\N']) expect(isNoneWord(word)).toBe(true);
  for (const word of ['无线耳机', '0', '5', '—5', 'nano']) expect(isNoneWord(word)).toBe(false);
  expect(isExcelError('#N/A')).toBe(true);
  expect(isExcelError('#NAME?')).toBe(true);
  expect(isExcelError('#新品')).toBe(false);
});

test('long runs of spaces inside a cell cost no more than their length', () => {
  const cell = ` a${' '.repeat(32_000)}b `;
  for (let times = 0; times < 200; times += 1) expect(tidyCell(cell)).toBe(cell.slice(1, -1));
});
