import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSource } from '#app/import/run-import';
import { createRowReader } from '#app/import/read-rows';
import type { ImportStore, RowBlock } from '#app/ports/import-store';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import { packRow } from '#infra/sqlite/repositories/packed-rows';

test('rows that hold much are written before they fill the memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-long-rows-'));
  const path = join(folder, 'a.csv');
  const remark = '备'.repeat(30_000);
  const lines = Array.from({ length: 1_200 }, (_, index) => `${600_000_000_001 + index},四件套,9.9,10,${remark}`);
  writeFileSync(path, ['商品id,商品名称,商品价格,佣金比例,备注', ...lines].join('\n'));

  const staged: number[] = [];
  const store = {
    createBatch: async () => 1,
    findSameRows: () => null,
    stageBlocks: async (_batch: number, blocks: AsyncIterable<RowBlock>) => {
      for await (const block of blocks) staged.push(block.staged.rows);
    },
    merge: async () => ({ rows: 1_200, created: 1_200, updated: 0, unchanged: 0, rejected: 0 }),
    countIssues: () => 0,
  } as unknown as ImportStore;
  const files = createSpreadsheetFiles(new URL('./unused.js', import.meta.url));
  const [result] = await importSource(
    {
      files,
      readRows: createRowReader(files, packRow),
      store,
      derive: () => [],
      hashFile: async () => '',
      savedMapping: () => null,
      keepMapping: async () => undefined,
      today: '2026-11-23',
      toErrorData: (error) => ({ code: 'INTERNAL', message: String(error) }),
    },
    { path, name: 'a.csv', choices: {}, mapping: null, keepMapping: false, origin: 'file' },
    {
      jobId: 'job',
      secret: null,
      signal: new AbortController().signal,
      pause: { isPaused: false, wait: async () => undefined },
      progress: () => undefined,
      breathe: async () => undefined,
    } as unknown as Parameters<typeof importSource>[2],
  );
  rmSync(folder, { recursive: true });

  expect(result).toMatchObject({ created: 1_200, error: null });
  expect(staged.reduce((sum, rows) => sum + rows, 0)).toBe(1_200);
  expect(Math.max(...staged) * remark.length).toBeLessThan(9_000_000);
});
