import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, string, tuple } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { tidyCell } from '#domain/import/cells/tidy-cell';
import { readFile } from './testing/read-file.ts';
import { writeCsv } from './write-rejects.ts';

const folder = mkdtempSync(join(tmpdir(), 'taoke-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('CSV for spreadsheets', () => {
  test('no cell begins like a formula', async () => {
    const path = join(folder, 'formulas.csv');
    await writeCsv(path, [[['=1+1', '+1', '-1', '@x', '\tx', 'a"b', 'c,d', 'e\nf']]]);
    const text = readFileSync(path, 'utf8');
    expect(text).toBe('\uFEFF"\t=1+1","\t+1","\t-1","\t@x","\t\tx","a""b","c,d","e\nf"\r\n');
  });

  test('reads back as what was written', async () => {
    let run = 0;
    const cell = string({
      unit: constantFrom('a', '中', '"', ',', '\n', '=', '+', ' ', '1', '😀'),
      maxLength: 6,
    });
    await assert(
      asyncProperty(array(tuple(cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const path = join(folder, `${run++}.csv`);
        const table = rows.map(([one, two], index) => [`55766269650${index}`, '毛巾', '1.00', '2', one, two]);
        await writeCsv(path, [[['商品id', '商品名称', '价格', '佣金', '备注', '说明']], table]);
        const { rows: read } = await readFile(path);
        expect(read.map(({ extra }) => [extra['备注'] ?? '', extra['说明'] ?? ''])).toEqual(
          rows.map(([one, two]) => [tidyCell(one), tidyCell(two)]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
