// oxlint-disable-next-line no-restricted-imports -- the test reads the pack as it is shipped
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { policyTable } from './judge.ts';
import { readPack } from './read-pack.ts';
import { datedRows, matrixRows } from './matrix-rows.ts';

const file = new URL('../../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);
const reading = readPack(JSON.parse(readFileSync(file, 'utf8')));
if (!reading.ok) throw new Error('the built-in pack cannot be read');
const { pack } = reading;

const rowsOn = (day: string) => matrixRows(pack, policyTable(pack, day), day);
const rowOf = (day: string, kind: string) => {
  const row = rowsOn(day).find(({ kinds }) => kinds.some((each) => each === kind));
  if (!row) throw new Error(`no line for ${kind}`);
  return row;
};

test('every kind of the table has exactly one line, with what the rules of the day say', () => {
  const table = policyTable(pack, '2026-11-23');
  const shown = rowsOn('2026-11-23').flatMap(({ kinds }) => kinds);
  expect(shown.toSorted()).toEqual([...new Set(table.map(({ kind }) => kind))].toSorted());
  for (const { kind, surface, outcome, rowId } of table)
    expect(rowOf('2026-11-23', kind).cells[surface]).toEqual({ outcome, rowId });
});

test('the worked example: Taobao items in a private chat through autumn 2021', () => {
  const outcomes = ['2021-09-13', '2021-09-17', '2021-11-29'].map(
    (day) => rowOf(day, 'tb_item_pc').cells['chat_1v1']?.outcome,
  );
  expect(outcomes).toEqual(['copy-to-browser', 'confirm', 'opens']);
});

test('situations that no link text shows have lines of their own, decided by a rule in force that is not of low confidence', () => {
  const row = rowsOn('2026-11-23').find(({ key }) => key === 'landing_violating');
  const rowId = row?.cells['moments']?.rowId;
  const rule = pack.rows.find(({ id }) => id === rowId);
  expect(row?.kinds).toEqual([]);
  expect(rule).toMatchObject({ linkClass: 'landing_violating', surface: 'moments' });
  expect(rule?.confidence).not.toBe('low');
  expect(row?.cells['wecom']).toEqual({ outcome: 'unknown', rowId: null });
});

test('behind a cell stand all its rules, the deciding one first and past ones below', () => {
  const row = rowOf('2026-11-23', 'tb_item_pc');
  const rules = datedRows(pack, row, 'chat_1v1');
  expect(rules[0]?.id).toBe(row.cells['chat_1v1']?.rowId);
  expect(rules.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['opens', 'confirm', 'copy-to-browser']));
  expect(new Set(rules.map(({ surface }) => surface))).toEqual(new Set(['chat_1v1']));
});
