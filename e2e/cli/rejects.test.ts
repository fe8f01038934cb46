import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sheetjs from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

/** What was not imported comes back as a table with reasons, is put right there, and imports. */

const headers = ['商品id', '商品名称', '商品价格(单位：元)', '收入比率(%)', '备注'];
const good = ['557662696501', '纯棉毛巾两条装', '19.90', '20', ''];
const bad = [
  ['5.57663E+11', '陶瓷马克杯', '29.90', '15', '=HYPERLINK("http://x")'],
  ['557662696503', '玻璃水杯', '免费', '15', '@sum'],
  ['557662696504', '', '9.90', '15', '+1'],
];

interface Result {
  files: { rows: number; created: number; rejected: number; rejectsFile?: string; issues: { code: string }[] }[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-rejects-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function importFile(path: string, ...more: string[]): Result['files'][number] {
  const run = runCli(['import', path, '--data-dir', join(folder, 'data'), '--json', ...more]);
  expect(run.status).toBe(0);
  const [file] = run.json<Result>().files;
  if (!file) throw new Error('no file in the result');
  return file;
}

function writeTable(name: string, rows: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  writeFileSync(path, rows.map((row) => row.map(cell).join(',')).join('\r\n'));
  return path;
}

test('rows that were not imported are saved with their reasons, put right, and imported', () => {
  const rejects = join(folder, 'rejects');
  const first = importFile(writeTable('清单.csv', [headers, good, ...bad]), '--rejects', rejects);
  expect(first).toMatchObject({ rows: 4, created: 1, rejected: 3 });
  const [name] = readdirSync(rejects);
  expect(first.rejectsFile).toBe(join(rejects, name ?? ''));

  const workbook = sheetjs.read(readFileSync(first.rejectsFile ?? ''), { cellFormula: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {};
  const table = sheetjs.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' });
  expect(table[0]).toEqual(['原因', ...headers]);
  expect(table.slice(1).map((row) => row.slice(1))).toEqual(bad);
  expect(table[1]?.[0]).toContain('原文件第 3 行');
  expect(table[1]?.[0]).toContain('科学计数法');
  expect(table[3]?.[0]).toContain('没有商品名称');
  expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false);

  const again = importFile(first.rejectsFile ?? '');
  expect(again).toMatchObject({ rows: 3, created: 0, rejected: 3 });

  const fixed = table.map((row) => [...row]);
  fixed[1]?.splice(1, 1, '557662696502');
  fixed[2]?.splice(3, 1, '12.00');
  fixed[3]?.splice(2, 1, '竹纤维抹布');
  const repaired = importFile(writeTable('改好.csv', fixed));
  expect(repaired).toMatchObject({ rows: 3, created: 3, rejected: 0 });
  const products = runCli(['products', '--data-dir', join(folder, 'data'), '--json']);
  expect(products.json()).toMatchObject({ total: 4 });
});

test('nothing is saved for a file whose rows were all imported', () => {
  const rejects = join(folder, 'none');
  mkdirSync(rejects);
  const file = importFile(writeTable('好的.csv', [headers, good]), '--rejects', rejects);
  expect(file.rejectsFile).toBeUndefined();
  expect(readdirSync(rejects)).toEqual([]);
});
