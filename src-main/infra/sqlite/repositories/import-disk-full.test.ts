import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StagedRow } from '#app/ports/import-store';
import { importedProduct } from '../../../testing/imported-products.ts';
import { type Connection, openDatabase } from '../open-database.ts';
import { ImportRepository } from './import-repository.ts';
import { newBatch } from '../../../testing/new-batch.ts';

const now = (): Date => new Date('2026-11-23T00:00:00Z');
const calm = { breathe: () => Promise.resolve(), progress: () => undefined };
const noLinks = () => [];

let folder: string;
let db: Connection;
let store: ImportRepository;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-full-'));
  db = openDatabase(join(folder, 'catalog.db'), { migrate: true, now });
  store = new ImportRepository(db, now);
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const rowsFrom = (first: number, count: number): StagedRow[] =>
  Array.from({ length: count }, (_, at) => ({
    line: at + 2,
    product: importedProduct(String(first + at), { title: `面膜 ${first + at}`, shop: '一平器物' }),
    links: [],
    extra: {},
  }));

const catalog = (): unknown => ({
  products: db.prepare('SELECT * FROM product ORDER BY id').all(),
  words: db.prepare('SELECT id FROM product_fts_docsize ORDER BY id').pluck().all(),
});

/** The disk takes no more than these pages beyond what the database has. */
function diskWith(pages: number): void {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + pages}`);
}

const unlimited = (): unknown => db.pragma('max_page_count = 4294967294');

test('a disk that fills up while rows are staged, or merged, leaves the catalog as it was', async () => {
  const first = await store.createBatch(newBatch('first'));
  await store.stage(first, rowsFrom(1, 20));
  await store.merge(first, noLinks, calm);
  const before = catalog();

  const second = await store.createBatch(newBatch('second'));
  diskWith(10);
  await expect(store.stage(second, rowsFrom(100, 2_000))).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(catalog()).toEqual(before);

  unlimited();
  await store.stage(second, rowsFrom(10, 2_000));
  diskWith(10);
  await expect(store.merge(second, noLinks, calm)).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(catalog()).toEqual(before);

  // With room again the very same batch goes through.
  unlimited();
  expect(await store.merge(second, noLinks, calm)).toMatchObject({ rows: 2_000, created: 1_989 });
});
