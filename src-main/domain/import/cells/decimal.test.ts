import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText, scaledDecimal } from './decimal.ts';

test('an amount is exact where binary fractions are not', () => {
  expect(scaledDecimal('19.99', 2)).toBe(1999);
  expect(scaledDecimal('1.005', 2)).toBe(101);
  expect(scaledDecimal('0.29', 2)).toBe(29);
  expect(scaledDecimal('1.1', 2)).toBe(110);
  expect(scaledDecimal('.5', 2)).toBe(50);
  expect(scaledDecimal('7.', 2)).toBe(700);
});

test('half a unit rounds up, less rounds down', () => {
  expect(scaledDecimal('0.004999', 2)).toBe(0);
  expect(scaledDecimal('0.005', 2)).toBe(1);
  expect(scaledDecimal('2.5', 0)).toBe(3);
});

test.each(['', '.', '1.2.3', '-1', '1e5', '１２', ' 1', '1,000', 'abc', '9'.repeat(20)])(
  '%j is no plain decimal',
  (text) => {
    expect(scaledDecimal(text, 2)).toBeNull();
  },
);

test('every amount written with two decimals reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
      const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      expect(scaledDecimal(text, 2)).toBe(fen);
    }),
  );
});

test('signs, separators and units around a number are told apart from it', () => {
  expect(numberText('￥1,234.50')).toEqual({ digits: '1234.50', shift: 0, percent: false });
  expect(numberText(' ¥ 12.5 元 ').digits).toBe('12.5');
  expect(numberText('19 29').digits).toBe('19 29');
  expect(numberText('１２．５％')).toEqual({ digits: '12.5', shift: 0, percent: true });
  expect(numberText('1.2 万')).toEqual({ digits: '1.2', shift: 4, percent: false });
  expect(numberText('99元')).toEqual({ digits: '99', shift: 0, percent: false });
  // A comma that groups nothing may be a decimal comma: not ours to decide.
  expect(numberText('12,50').digits).toBe('12,50');
});
