import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createRowReader } from '#app/import/read-rows';
import { mappingFor, rowPlan } from '#app/import/reading-plan';
import type { RowBlock } from '#app/ports/import-store';
import type { ReadingTask, ReadRows } from '#app/ports/read-rows';
import { rowsAheadThread } from '#infra/rows-ahead-thread';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import { packRow } from '#infra/sqlite/repositories/packed-rows';

const folder = mkdtempSync(join(tmpdir(), 'taoke-rows-ahead-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = createSpreadsheetFiles(new URL('./unused.js', import.meta.url));
const here = createRowReader(files, packRow);
const refuse: ReadRows = () => {
  throw new Error('a large file is not read here');
};
const threadOf = (url: URL): ReadRows => rowsAheadThread(url, refuse);
const ahead = threadOf(new URL('./rows-ahead-worker.ts', import.meta.url));

const rowCount = 9_000;
const refusedRows = rowCount / 100 + rowCount / 50;
const header = '商品id,商品名称,商品价格,佣金比例,推广链接,备注';
/** More than 2 MB; of a hundred rows one has an id that a spreadsheet cut short and two a price that cannot be read. */
const lines = Array.from({ length: rowCount }, (_, index) => {
  const id = index % 100 === 7 ? '5.57663E+11' : String(600_000_000_001 + index);
  const price = index % 50 === 3 ? '一百元' : `￥${(index % 900) + 1}.90`;
  return `${id},纯棉四件套 ${index},${price},${index % 40},https://s.click.taobao.com/t?e=m%3D2%26s%3D${index},${'备'.repeat(60)}`;
});

async function taskFor(name: string): Promise<ReadingTask> {
  const path = join(folder, name);
  writeFileSync(path, [header, ...lines].join('\n'));
  const inspection = await files.inspectFile(path);
  const mapping = mappingFor(inspection, null);
  return { batchId: 7, path, plan: inspection.plan, rowPlan: rowPlan(inspection, mapping, '2026-11-23') };
}

async function allOf(read: ReadRows, task: ReadingTask, signal = new AbortController().signal): Promise<RowBlock[]> {
  const blocks: RowBlock[] = [];
  for await (const block of read(task, signal)) blocks.push(block);
  return blocks;
}

test('rows read in another thread are those read in this one', async () => {
  const task = await taskFor('a.csv');
  const blocks = await allOf(ahead, task);
  expect(blocks).toEqual(await allOf(here, task));
  const sum = (count: (block: RowBlock) => number): number => blocks.reduce((all, block) => all + count(block), 0);
  expect(sum(({ read }) => read)).toBe(rowCount);
  expect(sum(({ staged }) => staged.rows)).toBe(rowCount - refusedRows);
  expect(sum(({ rejects }) => rejects.length)).toBe(refusedRows);
  expect(sum(({ issues }) => issues.length)).toBeGreaterThanOrEqual(refusedRows);
});

test('a file that is another by now is refused with the same words', async () => {
  const task = await taskFor('b.csv');
  appendFileSync(task.path, '\n600000000001,又一件,9.9,10,,');
  const [inThread, inThisOne] = await Promise.allSettled([allOf(ahead, task), allOf(here, task)]);
  expect(inThread).toMatchObject({ status: 'rejected', reason: { code: 'FILE_GONE', params: { file: 'b.csv' } } });
  expect([inThread.status, JSON.stringify(inThread)]).toEqual([inThisOne.status, JSON.stringify(inThisOne)]);
});

test('cancelled, it stops where it is', async () => {
  const task = await taskFor('c.csv');
  const cancel = new AbortController();
  const blocks = ahead(task, cancel.signal);
  await blocks.next();
  const pending = (async () => {
    while ((await blocks.next()).done !== true);
  })();
  cancel.abort();
  await expect(pending).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(allOf(ahead, task, cancel.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('a thread that cannot begin fails the reading', async () => {
  const task = await taskFor('d.csv');
  await expect(allOf(threadOf(new URL('./missing-worker.ts', import.meta.url)), task)).rejects.toThrow(
    'missing-worker',
  );
});

test('a file that does not fit into the heap of its thread is refused in words', async () => {
  const task = await taskFor('e.csv');
  const thread = `const all = []; for (;;) all.push(new Array(1e6).fill({}));`;
  const full = threadOf(new URL(`data:text/javascript,${encodeURIComponent(thread)}`));
  await expect(allOf(full, task)).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    params: { reason: 'workbook-too-large', file: 'e.csv' },
  });
});
