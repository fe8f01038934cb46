import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PackedRows, RowBlock } from '#app/ports/import-store';
import { importedProduct } from '../../../testing/imported-products.ts';
import { newBatch } from '../../../testing/new-batch.ts';
import { type Connection, openDatabase } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';
import { ImportStaging } from './import-staging.ts';
import { packRow } from './packed-rows.ts';

const now = (): Date => new Date('2026-11-23T00:00:00Z');
const goOn = (): Promise<void> => Promise.resolve();

let folder: string;
let db: Connection;
let other: Connection;
let staging: ImportStaging;
let batchId: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-staging-'));
  const path = join(folder, 'catalog.db');
  db = openDatabase(path, { migrate: true, now });
  other = openDatabase(path, { migrate: false, now });
  staging = new ImportStaging(db, now);
  batchId = await staging.createBatch(newBatch('a'));
});

afterEach(() => {
  db.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

function blockOf(...ids: number[]): RowBlock {
  const staged: PackedRows = { rows: 0, values: [] };
  for (const id of ids)
    packRow(staged, batchId, { line: id, product: importedProduct(String(id)), links: [], extra: {} });
  return { read: ids.length, staged, issues: [], rejects: [] };
}

const keys = (): unknown => other.prepare('SELECT item_key FROM import_row ORDER BY id').pluck().all();

async function* source(blocks: readonly RowBlock[], ended: () => void, failure?: Error): AsyncGenerator<RowBlock> {
  try {
    yield* blocks;
    if (failure) throw failure;
  } finally {
    ended();
  }
}

test('the rows of all blocks are staged in their order, each block told once', async () => {
  const told: number[] = [];
  const blocks = [blockOf(100, 101), blockOf(), blockOf(102)];
  await staging.stage(
    batchId,
    source(blocks, () => undefined),
    async ({ read }) => void told.push(read),
  );
  expect(keys()).toEqual(['100', '101', '102']);
  expect(told).toEqual([2, 0, 1]);
});

test('while the file stalls, others write and see what was staged', async () => {
  let arrive = (): void => undefined;
  const stalled = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  async function* slow(): AsyncGenerator<RowBlock> {
    yield blockOf(100);
    await stalled;
    yield blockOf(101);
  }
  let staged = goOn();
  await new Promise<void>((written) => {
    staged = staging.stage(batchId, slow(), async () => written());
  });
  await writeWhenFree(other, () => other.prepare(`INSERT INTO setting (key, value_json) VALUES ('x', '1')`).run());
  expect(keys()).toEqual(['100']);
  arrive();
  await staged;
  expect(keys()).toEqual(['100', '101']);
});

test('a file that turns out unreadable, or a cancel, ends the reading and leaves the connection free', async () => {
  let ends = 0;
  const ended = (): void => void (ends += 1);
  await expect(staging.stage(batchId, source([blockOf(100)], ended, new Error('broken')), goOn)).rejects.toThrow(
    'broken',
  );
  const cancel = (): Promise<void> => Promise.reject(new Error('cancelled'));
  await expect(staging.stage(batchId, source([blockOf(101), blockOf(102)], ended), cancel)).rejects.toThrow(
    'cancelled',
  );
  expect(ends).toBe(2);
  await staging.discard(batchId, 'cancelled', null);
  expect(other.prepare('SELECT state FROM import_batch').pluck().get()).toBe('cancelled');
});

test('when a commit fails, the block that is on its way harms nobody, even when it never comes', async () => {
  async function* broken(): AsyncGenerator<RowBlock> {
    yield blockOf(100);
    await sleep(50);
    throw new Error('broken');
  }
  // Longer than a transaction lasts, so that nothing waits for the next block when it is over.
  const refusedLater = async (): Promise<void> => {
    await sleep(350);
    db.pragma('defer_foreign_keys = ON');
    db.prepare(`INSERT INTO product_scan (product_id, batch_id, rules) VALUES (999, 1, '')`).run();
  };
  await expect(staging.stage(batchId, broken(), refusedLater)).rejects.toThrow('FOREIGN KEY');
  expect(keys()).toEqual([]);
});
