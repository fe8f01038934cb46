import { expect, test } from 'vitest';
import { AppError } from '#contract/errors';
import { importFileMessages } from '#contract/messages/import-file-messages';
import { describeTable } from '#domain/import/describe-table';
import type { RawRow } from '#domain/import/raw-row';
import { compileRowParser } from '#domain/import/row-parser';
import { memorySource } from './byte-source.ts';
import { openTable } from './open-table.ts';
import { inputFromSource } from './table-input.ts';
import { encodeGbk } from './testing/gb18030.ts';
import { dailyHeaders, dailyRow, seededNumbers } from './testing/product-rows.ts';
import { buildXlsx, buildZip, inlineRows } from './testing/xlsx-builder.ts';

const legacyWorkerUrl = new URL('./legacy-sheet-worker.ts', import.meta.url);
const next = seededNumbers(20_261_123);
const pick = <Item>(items: readonly Item[]): Item => items[next() % items.length] as Item;

const nastyCells = [
  '',
  ' ',
  '"',
  '""',
  '"a',
  'a"',
  ',',
  '\n',
  '\r\n',
  '\r',
  'a\nb,c"d',
  '无',
  '-',
  '免费',
  '5.57663E+11',
  '="557662696505"',
  '\t557662696505',
  '５５７６６２６９６５０５',
  '满3件减5元',
  '满199减20',
  '2026-13-45',
  '1970-01-01',
  '1e999',
  '999999999999999999',
  '#N/A',
  '合计',
  '商品id',
  '\0',
  '\ufffd',
  '\ufeff',
  '👍🏽',
  '\ud800',
  '//a.cn/b.jpg',
  'javascript:alert(1)',
  '=cmd|calc!A1',
  '__proto__',
  '；',
  '、',
  'x'.repeat(33_000),
];

let imported = 0;

/** Reads bytes like a file; every row must come out as a product or with a reason. Returns the data rows, or the failure. */
async function readBytes(bytes: Uint8Array): Promise<number | AppError> {
  try {
    const options = { extent: { sheet: null, upTo: 0 }, legacyWorkerUrl };
    const { table } = await openTable(inputFromSource(memorySource(bytes)), options);
    const rows: RawRow[] = [];
    for await (const chunk of table.rows(table.sheets[0]?.name ?? null)) rows.push(...chunk);
    await table.close();
    const { headers, suggestion, headerRow } = describeTable(rows.slice(0, 100));
    const parse = compileRowParser({
      headers,
      mapping: suggestion.mapping,
      delimited: table.container === 'csv',
      today: '2026-11-23',
    });
    const results = rows.filter(({ line }) => line > headerRow).map(parse);
    const unclear = results.filter(
      ({ product, issues }) =>
        issues.some(({ effect }) => effect === 'rejected' || effect === 'skipped') !== (product === null),
    );
    expect(unclear).toEqual([]);
    imported += results.filter(({ product }) => product !== null).length;
    return results.length;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(importFileMessages).toHaveProperty([String(error.params?.['reason'])]);
    return error;
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const soundRows = Array.from({ length: 500 }, (_, index) => dailyRow(index, next));

function nastyRow(): string[] {
  const cells = [...pick(soundRows)];
  for (let times = next() % 3; times > 0; times -= 1) cells[next() % cells.length] = pick(nastyCells);
  return cells;
}

test('110,000 rows with broken cells: rows written = rows imported + rows reported', async () => {
  for (let file = 0; file < 110; file += 1) {
    const rows = Array.from({ length: 1000 }, nastyRow);
    const text = [[...dailyHeaders], ...rows].map((cells) => cells.map(quoted).join(',')).join(pick(['\n', '\r\n']));
    expect(await readBytes(Buffer.from(text))).toBe(rows.length);
  }
  expect(imported).toBeGreaterThan(50_000);
}, 60_000);

/** Cuts, flips, repeats or inserts bytes anywhere. */
function mutate(bytes: Buffer): Buffer {
  let current = Buffer.from(bytes);
  for (let times = 1 + (next() % 4); times > 0; times -= 1) {
    const at = next() % Math.max(current.length, 1);
    const length = 1 + (next() % 40);
    switch (next() % 5) {
      case 0:
        current = current.subarray(0, at);
        break;
      case 1:
        current = Buffer.concat([current.subarray(0, at), current.subarray(at + length)]);
        break;
      case 2:
        current = Buffer.concat([current.subarray(0, at), Buffer.from(pick(nastyCells)), current.subarray(at)]);
        break;
      case 3:
        current = Buffer.concat([current.subarray(0, at + length), current.subarray(at)]);
        break;
      default:
        current = Buffer.from(current);
        if (current.length > 0) current[at] = next() & 0xff;
    }
  }
  return current;
}

test('damaged files of every kind end in rows or in a reason, never in a crash', async () => {
  const rows = [[...dailyHeaders], ...Array.from({ length: 30 }, (_, index) => dailyRow(index, next))];
  const text = rows.map((cells) => cells.join(',')).join('\r\n');
  const workbook = await buildXlsx({ sheets: [{ name: 'Page1', xml: inlineRows(rows) }] });
  const originals = [
    Buffer.from(text),
    encodeGbk(text),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    workbook,
    await buildZip([
      { name: 'a.csv', data: encodeGbk(text) },
      { name: 'b.xlsx', data: workbook },
    ]),
  ];
  let failures = 0;
  for (let file = 0; file < 1500; file += 1) {
    if (typeof (await readBytes(mutate(pick(originals)))) !== 'number') failures += 1;
  }
  expect(failures).toBeGreaterThan(100);
}, 60_000);
