import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StagedRow } from '#app/ports/import-store';
import { AppError } from '#contract/errors';
import { linksAheadThread } from '#infra/links-ahead-thread';
import { type Connection, openDatabase } from '#infra/sqlite/open-database';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import type { RecogniseAhead } from '#infra/sqlite/repositories/links-ahead';
import { importedProduct } from '../testing/imported-products.ts';
import { newBatch } from '../testing/new-batch.ts';
import { mergeDeriver } from './link-deriver.ts';

const now = (): Date => new Date('2026-11-23T00:00:00Z');
const calm = { breathe: () => Promise.resolve(), progress: () => undefined };
const nothing = (): void => undefined;

const differentItems = 10_950;

/** So many that a thread is worth it, and that their pids are more than are kept in mind. */
const rows: StagedRow[] = Array.from({ length: 11_000 }, (_, index) => ({
  line: index + 2,
  // Some name the same product twice.
  product: importedProduct(String(600_000_000_000 + (index % differentItems)), {
    title: `四件套 ${index}`,
    couponEndsOn: index % 3 === 0 ? '2026-12-31' : null,
    couponLeft: index % 7,
  }),
  links: [
    { field: 'detailUrl', value: `https://item.taobao.com/item.htm?id=${600_000_000_000 + (index % differentItems)}` },
    {
      field: 'affiliateUrl',
      value: `https://s.click.taobao.com/t?e=m%3D2%26s%3D${index}&pid=mm_1_2_${index}`,
      ...(index % 2 === 0 ? { own: true } : {}),
    },
    { field: 'couponAffiliateUrl', value: `https://uland.taobao.com/coupon/edetail?e=${index}&pid=mm_3_4_${index}` },
  ],
  extra: {},
}));

let folder: string;
const open: Connection[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-ahead-'));
});

afterEach(() => {
  for (const db of open.splice(0)) db.close();
  rmSync(folder, { recursive: true });
});

const threadFor = (path: string): RecogniseAhead =>
  linksAheadThread(new URL('./links-ahead-worker.ts', import.meta.url), path);

async function staged(name: string, recogniseAhead: ((path: string) => RecogniseAhead) | null) {
  const path = join(folder, name);
  const db = openDatabase(path, { migrate: true, now });
  open.push(db);
  const store = new ImportRepository(db, now, nothing, recogniseAhead?.(path));
  const batchId = await store.createBatch(newBatch('a.csv'));
  await store.stage(batchId, rows);
  return { db, store, batchId };
}

const allOf = (db: Connection, table: string): unknown[] => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all();

test('links recognised in another thread are those recognised in this one', async () => {
  const here = await staged('here.db', null);
  const ahead = await staged('ahead.db', threadFor);
  await here.store.merge(here.batchId, mergeDeriver(here.db), calm);
  await ahead.store.merge(ahead.batchId, mergeDeriver(ahead.db), calm);

  const links = allOf(ahead.db, 'share_link');
  expect(links.length).toBe(2 * rows.length + differentItems);
  expect(links).toEqual(allOf(here.db, 'share_link'));
  expect(allOf(ahead.db, 'product')).toEqual(allOf(here.db, 'product'));
});

test('a thread that cannot read the catalog fails the import, which leaves the catalog as it was', async () => {
  const { db, store, batchId } = await staged('a.db', () => threadFor(join(folder, 'missing', 'b.db')));
  await expect(store.merge(batchId, mergeDeriver(db), calm)).rejects.toThrow('no such table');
  expect([allOf(db, 'product'), allOf(db, 'share_link')]).toEqual([[], []]);
});

test('a cancelled import ends the thread', async () => {
  let ended = 0;
  const watched =
    (path: string): RecogniseAhead =>
    (task) => {
      const thread = threadFor(path)(task);
      const end = async (): Promise<void> => {
        await thread.end();
        ended += 1;
      };
      return { ...thread, end };
    };
  const { db, store, batchId } = await staged('a.db', watched);
  let turns = 0;
  const breathe = (): Promise<void> =>
    turns++ < 3 ? Promise.resolve() : Promise.reject(new AppError('CANCELLED', 'by the user'));
  await expect(store.merge(batchId, mergeDeriver(db), { ...calm, breathe })).rejects.toThrow('by the user');
  expect(ended).toBe(1);
  expect(allOf(db, 'product')).toEqual([]);
});
