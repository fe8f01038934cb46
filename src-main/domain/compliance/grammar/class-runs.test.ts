import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ClassRuns, endOfRun, startOfRun } from './class-runs.ts';

it('gives back every list by its run, and equal lists by the same', () => {
  const lists = fc.array(fc.array(fc.nat({ max: 40 }), { maxLength: 6 }));
  fc.assert(
    fc.property(lists, (given) => {
      const runs = new ClassRuns();
      const found = given.map((list) => runs.of(list));
      for (const [at, list] of given.entries()) {
        const run = found[at] ?? 0;
        expect([...runs.ids.subarray(startOfRun(run), endOfRun(run))]).toEqual(list);
        expect(runs.of([...list])).toBe(run);
        expect(runs.holds(run, 7)).toBe(list.includes(7));
      }
    }),
  );
});

it('knows each class alone', () => {
  const runs = new ClassRuns();
  for (const id of [0, 1, 2]) runs.define(id);
  expect([...runs.ids.subarray(startOfRun(runs.ofClass(2)), endOfRun(runs.ofClass(2)))]).toEqual([2]);
});
