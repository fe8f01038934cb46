import { expect, test } from 'vitest';
import { deskViewState, listViewState, readDeskView, readListView } from './campaign-view.ts';

test('what the address keeps is read back', () => {
  const desk = { surface: 'moments', states: ['fix', 'ready'], leftOut: true, search: '纸', itemId: 7 } as const;
  expect(readDeskView(deskViewState(desk))).toEqual(desk);
  const list = { layout: 'board', archived: true, search: '周末' } as const;
  expect(readListView(listViewState(list))).toEqual(list);
});

test('an address without a view shows everything', () => {
  expect(deskViewState(readDeskView({}))).toEqual({});
  expect(listViewState(readListView({}))).toEqual({});
});

test('parts that make no sense are left out', () => {
  const view = readDeskView({ surface: 'billboard', states: ['fix', 'lost', 3], leftOut: 'yes', search: 5, item: -1 });
  expect(view).toEqual({ surface: null, states: ['fix'], leftOut: false, search: '', itemId: null });
  expect(readDeskView({ states: 'fix' }).states).toEqual([]);
});
