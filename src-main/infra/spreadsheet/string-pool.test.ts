import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { StringPool } from './string-pool.ts';

test('every string comes back by its number', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '中', '😀', ' ', '\n') });
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const pool = new StringPool();
      for (const one of texts) pool.add(one);
      expect(texts.map((_, index) => pool.get(index))).toEqual(texts);
      expect(pool.get(texts.length)).toBeUndefined();
      expect(pool.get(-1)).toBeUndefined();
      expect(pool.get(Number.NaN)).toBeUndefined();
    }),
  );
});

test('it grows', () => {
  const pool = new StringPool();
  const long = '长'.repeat(700_000);
  for (let times = 0; times < 5; times += 1) pool.add(`${times}${long}`);
  expect(pool.get(4)).toBe(`4${long}`);
  expect(pool.size).toBe(5 * (1 + 3 * 700_000));
});
