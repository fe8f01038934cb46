import { expect, test } from 'vitest';
import { boardColumnOf, dayOfColumn, inWorkingOrder, sortIntoColumns } from './board-columns.ts';

const today = '2026-02-27';

test.each([
  [null, 'undated'],
  ['2026-02-26', 'overdue'],
  ['2026-02-27', 'today'],
  ['2026-02-28', 'tomorrow'],
  ['2026-03-01', 'week'],
  ['2026-03-05', 'week'],
  ['2026-03-06', 'later'],
] as const)('%s is in column %s', (day, column) => {
  expect(boardColumnOf(day, today)).toBe(column);
});

test('putting a campaign into a column of one day gives it that day', () => {
  expect(dayOfColumn('today', today)).toBe(today);
  expect(dayOfColumn('tomorrow', today)).toBe('2026-02-28');
  expect(dayOfColumn('undated', today)).toBeNull();
  expect(dayOfColumn('week', today)).toBeUndefined();
});

test('campaigns of a column stand by their day', () => {
  const named = (name: string, scheduledOn: string | null) => ({ name, scheduledOn });
  const columns = sortIntoColumns([named('b', '2026-03-04'), named('a', '2026-03-02'), named('c', null)], today);
  expect(columns.get('week')?.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(columns.get('undated')?.map(({ name }) => name)).toEqual(['c']);
  expect(columns.get('today')).toEqual([]);
});

test('the list begins with today and ends with the past', () => {
  const days = ['2026-02-20', null, '2026-03-09', '2026-02-26', '2026-02-27'];
  const listed = inWorkingOrder(
    days.map((scheduledOn) => ({ scheduledOn })),
    today,
  );
  expect(listed.map(({ scheduledOn }) => scheduledOn)).toEqual([
    '2026-02-27',
    '2026-03-09',
    null,
    '2026-02-26',
    '2026-02-20',
  ]);
});
