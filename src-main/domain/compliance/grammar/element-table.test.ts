import { expect, it } from 'vitest';
import { ClassRuns, endOfRun, startOfRun } from './class-runs.ts';
import { ElementTable } from './element-table.ts';

it('keeps every element as it was given', () => {
  const given = [
    { classes: [3], set: 0, max: 2, crosses: 0, without: [] },
    { classes: [5, 1], set: 7, max: 600, crosses: 3, without: [3, 4] },
    { classes: [5, 1], set: 7, max: 0, crosses: 4, without: [3] },
  ] as const;
  const table = new ElementTable(given, new ClassRuns());
  const listed = (run: number): number[] => [...table.ids.subarray(startOfRun(run), endOfRun(run))];
  const kept = given.map((_, at) => ({
    classes: listed(table.classesOf(at)),
    set: table.sets[at],
    max: table.gapOf(at),
    crosses: table.crossesOf(at),
    without: listed(table.withoutOf(at)),
  }));
  expect(kept).toEqual(given);
  expect([...table.gaps]).toEqual([2, 600, 0]);
});
