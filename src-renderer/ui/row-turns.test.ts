import { expect, it } from 'vitest';
import { RowTurns } from './row-turns.ts';

const always = (): boolean => true;
const sorted = (rows: ReadonlySet<number>): number[] => [...rows].toSorted((a, b) => a - b);

it('a screenful of new rows is drawn by turns, from the middle on', () => {
  const rows = new RowTurns();
  const turns: number[][] = [];
  for (let more = true; more; ) {
    const turn = rows.next(100, 134, always);
    rows.keep(turn);
    turns.push(sorted(turn.drawn));
    more = turn.more;
  }
  expect(turns.map(({ length }) => length)).toEqual([12, 24, 35]);
  expect([turns[0]?.[0], turns[0]?.at(-1)]).toEqual([111, 122]);
});

it('rows drawn before stay, and those that are still read do not count', () => {
  const rows = new RowTurns();
  rows.keep({ drawn: new Set(Array.from({ length: 30 }, (_, at) => at)), more: false });
  const { drawn, more } = rows.next(7, 36, (index) => index !== 33);
  expect(sorted(drawn)).toEqual([...Array.from({ length: 26 }, (_, at) => 7 + at), 34, 35, 36]);
  expect(more).toBe(false);
});
