import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCount } from './count.ts';

test.each([
  ['95235', 95_235],
  ['9,521', 9521],
  ['913.0', 913],
  ['1.2万', 12_000],
  ['1.2w+', 12_000],
  ['1000+', 1000],
  ['月销1.5万+件', 15_000],
  ['已售 300 件', 300],
  ['２００', 200],
  ['2000+人付款', 2000],
  ['2千+', 2000],
  ['1.5k', 1500],
  ['1.2亿', 120_000_000],
  ['10万以上', 100_000],
  ['超1万', 10_000],
  ['热销1000+件', 1000],
  ['近30天销量 500', 500],
] as const)('%j is %d', (text, count) => {
  expect(parseCount(text)).toBe(count);
});

test.each(['很多', '-3', '50%', '', '1-2', '近7天100+', '12 34', '99999999999'])('%j is no count', (text) => {
  expect(parseCount(text)).toBeNull();
});

test('whole numbers read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (count) => {
      expect(parseCount(String(count))).toBe(count);
      expect(parseCount(count.toLocaleString('en-US'))).toBe(count);
    }),
  );
});
