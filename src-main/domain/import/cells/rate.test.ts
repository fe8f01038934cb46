import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRateBp } from './rate.ts';

test('one rate in three scales', () => {
  expect(parseRateBp('15.5', 'percent')).toEqual({ bp: 1550 });
  expect(parseRateBp('1550', 'hundredths')).toEqual({ bp: 1550 });
  expect(parseRateBp('0.155', 'fraction')).toEqual({ bp: 1550 });
});

test('a percent sign decides, whatever the column is', () => {
  for (const unit of ['percent', 'hundredths', 'fraction'] as const) {
    expect(parseRateBp('2.50 %', unit)).toEqual({ bp: 250 });
    expect(parseRateBp('４．００％', unit)).toEqual({ bp: 400 });
  }
});

test('above 100 % the scale is wrong, below it nothing is', () => {
  expect(parseRateBp('100')).toEqual({ bp: 10_000 });
  expect(parseRateBp('100.01')).toEqual({ problem: 'out-of-range' });
  expect(parseRateBp('1550')).toEqual({ problem: 'out-of-range' });
  expect(parseRateBp('高佣')).toEqual({ problem: 'unreadable' });
  expect(parseRateBp('-3')).toEqual({ problem: 'unreadable' });
});

test('every rate reads back from every scale', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (bp) => {
      expect(parseRateBp((bp / 100).toFixed(2), 'percent')).toEqual({ bp });
      expect(parseRateBp(String(bp), 'hundredths')).toEqual({ bp });
      expect(parseRateBp((bp / 10_000).toFixed(4), 'fraction')).toEqual({ bp });
    }),
  );
});
