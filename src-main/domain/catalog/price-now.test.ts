import { expect, it } from 'vitest';
import { priceNow } from './price-now.ts';

const prices = { priceFen: 25_783, finalPriceFen: 24_783 };

it.each(['active', 'upcoming'] as const)('is the price after the coupon while that is %s', (state) => {
  expect(priceNow({ ...prices, coupon: { state } })).toBe(24_783);
});

it.each(['expired', 'used-up', 'none'] as const)('is the full price when the coupon is %s', (state) => {
  expect(priceNow({ ...prices, coupon: { state } })).toBe(25_783);
});

it('is the stated price where no coupon is known', () => {
  expect(priceNow({ ...prices, coupon: null })).toBe(24_783);
});
