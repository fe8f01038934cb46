import { expect, test } from 'vitest';
import { memorySource } from './byte-source.ts';
import { openLegacyTable } from './legacy-table.ts';
import { inputFromSource } from './table-input.ts';
import { buildXls } from './testing/biff8-builder.ts';

const bytes = buildXls('Page1', [['商品id'], ['557662696505']]);
const extent = { sheet: null, upTo: 0 };

function open(worker: URL, signal?: AbortSignal) {
  return openLegacyTable(inputFromSource(memorySource(bytes)), 'xls', extent, worker, signal);
}

function script(source: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

test('a thread that crashes is a damaged workbook, not a crash of the program', async () => {
  const reason = expect.objectContaining({ params: expect.objectContaining({ reason: 'workbook-damaged' }) });
  await expect(open(script('throw new Error("boom")'))).rejects.toEqual(reason);
  await expect(open(script('process.exit(3)'))).rejects.toEqual(reason);
});

test('a thread that never answers is ended by an abort', async () => {
  const controller = new AbortController();
  const opening = open(script('setInterval(() => {}, 1000)'), controller.signal);
  controller.abort();
  await expect(opening).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('a sheet is read to its end', async () => {
  const table = await open(new URL('./legacy-sheet-worker.ts', import.meta.url));
  const rows = [];
  for await (const chunk of table.rows('Page1')) rows.push(...chunk);
  await table.close();
  expect(rows).toEqual([
    { line: 1, cells: ['商品id'] },
    { line: 2, cells: ['557662696505'] },
  ]);
});
