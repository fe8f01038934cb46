import { expect, test } from 'vitest';
import { moveBefore, moveBy } from './move-order.ts';

const order = [1, 2, 3, 4, 5];

test('one place down is before the item after the next', () => {
  expect(moveBy(order, new Set([2]), 1)).toEqual({ itemIds: [2], before: 4, order: [1, 3, 2, 4, 5] });
});

test('one place up is before the item above', () => {
  expect(moveBy(order, new Set([2]), -1)).toEqual({ itemIds: [2], before: 1, order: [2, 1, 3, 4, 5] });
});

test('the last but one goes to the end', () => {
  expect(moveBy(order, new Set([4]), 1)).toEqual({ itemIds: [4], before: null, order: [1, 2, 3, 5, 4] });
});

test('beyond either end nothing moves', () => {
  expect(moveBy(order, new Set([1]), -1)).toBeNull();
  expect(moveBy(order, new Set([5]), 1)).toBeNull();
  expect(moveBy(order, new Set(), 1)).toBeNull();
});

test('scattered items become a block', () => {
  expect(moveBefore(order, new Set([1, 4]), 2)).toEqual({ itemIds: [1, 4], before: 3, order: [2, 1, 4, 3, 5] });
  expect(moveBy(order, new Set([2, 5]), -1)?.order).toEqual([2, 5, 1, 3, 4]);
});

test('dropped onto itself nothing moves', () => {
  expect(moveBefore(order, new Set([3]), 2)).toBeNull();
  expect(moveBefore(order, new Set([3]), 3)).toBeNull();
});
