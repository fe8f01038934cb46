import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHeight, placeAt, type ScrollPlace, type ScrollShape, scrolledTo, windowAt } from './scroll-space.ts';

const shapes: fc.Arbitrary<ScrollShape> = fc.record({
  total: fc.integer({ min: 1, max: 100_000_000 }),
  view: fc.integer({ min: 50, max: 2_000 }),
  limit: fc.constant(10_000_000),
});
const longest: ScrollShape = { total: 56_000_000, view: 800, limit: 10_000_000 };

describe('scroll space', () => {
  it('is the browser’s own scrolling for a list that can be laid out', () => {
    const shape = { total: 9_000_000, view: 800, limit: 10_000_000 };
    expect(contentHeight(shape)).toBe(9_000_000);
    expect(scrolledTo(shape, { scrollTop: 0, top: 0 }, 7_654_321)).toEqual({ scrollTop: 7_654_321, top: 7_654_321 });
  });

  it('reaches both ends of any list with the scroll bar', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const end = Math.max(0, contentHeight(shape) - shape.view);
        const atEnd = scrolledTo(shape, { scrollTop: 0, top: 0 }, end);
        const last = Math.max(0, shape.total - shape.view);
        const near = end <= 4 * shape.view ? end : last;
        expect(atEnd.top).toBeCloseTo(near, 3);
        expect(scrolledTo(shape, atEnd, 0).top).toBeCloseTo(0, 3);
      }),
    );
  });

  it('moves rows by exactly as much as the wheel does, however long the list is', () => {
    const start = placeAt(longest, 30_000_000);
    let place: ScrollPlace = start;
    for (let step = 0; step < 50; step += 1) place = scrolledTo(longest, place, place.scrollTop + 120);
    expect(place.top - start.top).toBeCloseTo(50 * 120, 6);
  });

  it('finds every row again: setting the scroll bar anew never moves the rows', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), (shape, part) => {
        const top = part * Math.max(0, shape.total - shape.view);
        const place = placeAt(shape, top);
        expect(place.top).toBeCloseTo(top, 6);
        expect(place.scrollTop).toBeLessThanOrEqual(Math.max(0, contentHeight(shape) - shape.view) + 1e-6);
      }),
    );
  });

  it('stays within the list when the wheel turns at its ends', () => {
    expect(scrolledTo(longest, { scrollTop: 200, top: 150 }, 0).top).toBe(0);
    const end = placeAt(longest, longest.total);
    expect(end.top).toBe(longest.total - longest.view);
    expect(scrolledTo(longest, { ...end, scrollTop: end.scrollTop - 100 }, end.scrollTop).top).toBe(end.top);
  });

  it('keeps places for as many rows as any window of a view has', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 20, max: 80 }),
        (shape, part, rowHeight) => {
          const { first, last, places } = windowAt(shape, placeAt(shape, part * shape.total), rowHeight);
          expect(last - first + 1).toBeLessThanOrEqual(places);
          expect(places).toBe(windowAt(shape, placeAt(shape, 0), rowHeight).places);
        },
      ),
    );
  });
});
