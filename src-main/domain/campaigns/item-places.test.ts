import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesBetween, placeStep, type Placed } from './item-places.ts';

const inOrder = (items: readonly Placed[], places: ReadonlyMap<number, number>): number[] =>
  items
    .map(({ id, position }) => ({ id, position: places.get(id) ?? position }))
    .sort((a, b) => a.position - b.position || a.id - b.id)
    .map(({ id }) => id);

describe('placesBetween', () => {
  const spaced = [1, 2, 3, 4].map((id) => ({ id, position: id * placeStep }));

  it('moves only what is moved while there is room', () => {
    const places = placesBetween(spaced, new Set([4]), 2);
    expect([...places.keys()]).toEqual([4]);
    expect(inOrder(spaced, places)).toEqual([1, 4, 2, 3]);
  });

  it('numbers everything anew when neighbours stand too close', () => {
    const close = [1, 2, 3].map((id) => ({ id, position: id }));
    const places = placesBetween(close, new Set([3]), 2);
    expect(inOrder(close, places)).toEqual([1, 3, 2]);
    expect(places.size).toBe(3);
  });

  it('changes nothing when the order stays', () => {
    expect(placesBetween(spaced, new Set([2]), 3).size).toBe(0);
    expect(placesBetween(spaced, new Set([3, 4]), null).size).toBe(0);
  });

  it('keeps the order of what moves and of what stays, wherever it goes', () => {
    const positions = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(positions, fc.array(fc.nat(11)), fc.nat(12), (raw, picks, target) => {
        const order = raw.sort((a, b) => a - b).map((position, index) => ({ id: index + 1, position }));
        const moving = new Set(picks.map((pick) => (pick % order.length) + 1));
        const staying = order.filter(({ id }) => !moving.has(id)).map(({ id }) => id);
        const before = staying[target % (staying.length + 1)] ?? null;
        const at = before === null ? staying.length : staying.indexOf(before);
        const moved = order.filter(({ id }) => moving.has(id)).map(({ id }) => id);
        const expected = [...staying.slice(0, at), ...moved, ...staying.slice(at)];
        expect(inOrder(order, placesBetween(order, moving, before))).toEqual(expected);
      }),
    );
  });
});
