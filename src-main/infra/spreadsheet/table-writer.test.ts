import { readdir, readFile as readBytes } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WrittenRow } from '#app/ports/rejected-rows';
import { rejectFormats } from '#contract/import';
import { tidyCell } from '#domain/import/cells/tidy-cell';
import { tableWriter } from './table-writer.ts';
import { createFileFolder, type FileFolder, spreadsheetFiles } from './testing/read-file.ts';

let folder: FileFolder;
let path: string;

beforeAll(async () => {
  folder = await createFileFolder();
  path = await folder.write('占位.txt', '');
});
afterAll(() => folder.remove());

const headers = ['原因', '商品id', '商品名称'];

async function* once(rows: readonly WrittenRow[]): AsyncGenerator<readonly WrittenRow[]> {
  yield rows;
}

async function roundTrip(format: 'xlsx' | 'csv', rows: readonly (readonly string[])[]): Promise<string[][]> {
  const target = `${path}.${format}`;
  await tableWriter.write({ path: target, format }, headers, once(rows.map((cells) => ({ cells, marked: [1] }))));
  const { plan } = await spreadsheetFiles.inspectFile(target, { headerRow: 1 });
  const read: string[][] = [];
  for await (const chunk of spreadsheetFiles.readRows(target, plan)) read.push(...chunk.map(({ cells }) => cells));
  return read;
}

/** Text that trips writers: what looks like formulas, escapes, quotes, breaks, characters outside the basic plane. */
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '+86',
    '-',
    '@某某',
    '＝A1',
    '\t5576',
    '"',
    '"",',
    '_x0041_',
    '_X000a_',
    'a\nb',
    '<b>&amp;',
    '👩‍🍳',
  ),
  fc.constantFrom('5.57663E+11', '="557662696505"', '007', '1/2', 'TRUE', '\u0008', "it's", ' 前后 '),
);

describe.each(rejectFormats)('%s', (format) => {
  test('every cell comes back as the text it was', async () => {
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (pairs) => {
        const written = pairs.map(([a, b]) => ['第 2 行', a, b]);
        const read = await roundTrip(format, written);
        const shown = (cells: readonly string[]) => [0, 1, 2].map((column) => tidyCell(cells[column] ?? ''));
        expect(read.map(shown)).toEqual(written.map(shown));
      }),
      { numRuns: 60 },
    );
  });

  test('a failure leaves what was there, and nothing beside it', async () => {
    const target = await folder.write(`旧.${format}`, 'old');
    // oxlint-disable-next-line require-yield -- it fails before the first row
    async function* failing(): AsyncGenerator<readonly WrittenRow[]> {
      throw new Error('no more rows');
    }
    await expect(tableWriter.write({ path: target, format }, headers, failing())).rejects.toThrow('no more rows');
    expect(await readBytes(target, 'utf8')).toBe('old');
    expect((await readdir(dirname(target))).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

test('no cell of a CSV starts a formula', async () => {
  const target = `${path}.formulas.csv`;
  const cells = ['=HYPERLINK("http://a","b")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'];
  await tableWriter.write({ path: target, format: 'csv' }, headers, once([{ cells, marked: [] }]));
  const [, line = ''] = (await readBytes(target, 'utf8')).split('\r\n');
  expect(line).toBe('"\'=HYPERLINK(""http://a"",""b"")",\'+1,\'-1,\'@SUM(A1),\'\t=1,\'＝1');
});
