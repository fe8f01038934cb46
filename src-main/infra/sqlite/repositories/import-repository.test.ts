import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DerivedLink, LinkDeriver, StagedRow } from '#app/ports/import-store';
import type { ImportedProduct } from '#domain/catalog/imported-row';
import { textHash } from '#domain/shared/text-hash';
import { importedProduct } from '../../../testing/imported-products.ts';
import { type Connection, openDatabase } from '../open-database.ts';
import { productColumnNames } from '../product-columns.ts';
import { currentRevision } from '../revision.ts';
import { ImportRepository } from './import-repository.ts';
import { sweepStaging } from './sweep-staging.ts';
import { newBatch } from '../../../testing/new-batch.ts';

const now = (): Date => new Date('2026-11-23T00:00:00Z');
const calm = { breathe: () => Promise.resolve(), progress: () => undefined };

const derive: LinkDeriver = (links, issuedOn) =>
  links.map(
    ({ field, value }): DerivedLink => ({
      linkHash: textHash(value),
      kind: 'tbk_click_short',
      innerKind: null,
      value,
      canonical: null,
      host: 's.click.taobao.com',
      itemId: null,
      pid: null,
      relationId: null,
      origin: field,
      earns: 'yes',
      owner: 'unknown',
      earnsReason: 'affiliate-link',
      issuedOn,
      ownDeadFrom: value === 'a' ? null : '2026-12-01',
      validityBasis: 'label',
      livesOffCoupon: value !== 'c',
    }),
  );

interface Batch {
  name: string;
  dataDate: string;
  rows: StagedRow[];
}

let folder: string;
let db: Connection;
let store: ImportRepository;

function open(): void {
  db = openDatabase(join(folder, `${Math.random()}.db`), { migrate: true, now });
  store = new ImportRepository(db, now);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-import-'));
  open();
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function stageBatch({ name, dataDate, rows }: Batch): Promise<number> {
  const id = await store.createBatch(newBatch(name, dataDate));
  await store.stage(id, rows);
  return id;
}

async function importBatch(batch: Batch): Promise<number> {
  const id = await stageBatch(batch);
  await store.merge(id, derive, calm);
  return id;
}

/** The whole catalog without row and batch numbers, which differ between two ways to the same state. */
function dump(): unknown {
  const products = db
    .prepare(
      `SELECT p.market, p.item_key, ${productColumnNames.map((name) => `p.${name}`).join(', ')}, p.final_price_fen, p.commission_amount_fen,
         p.data_date, f.file_name AS first_file, l.file_name AS last_file
       FROM product p JOIN import_batch f ON f.id = p.first_batch_id JOIN import_batch l ON l.id = p.last_batch_id
       ORDER BY p.item_key, p.market`,
    )
    .all();
  const links = db
    .prepare(
      `SELECT p.item_key, l.value, l.origin, l.issued_on, l.dead_from, l.sold_out, b.file_name
       FROM share_link l JOIN product p ON p.id = l.product_id JOIN import_batch b ON b.id = l.batch_id ORDER BY p.item_key, l.value`,
    )
    .all();
  const found = db
    .prepare(
      `SELECT p.item_key FROM product_fts f JOIN product p ON p.id = f.rowid WHERE product_fts MATCH '"面 膜"' ORDER BY 1`,
    )
    .pluck()
    .all();
  return { products, links, found };
}

const said = fc.record<Partial<ImportedProduct>>(
  {
    title: fc.constantFrom('玻尿酸面膜', '螺蛳粉', '充电宝'),
    shop: fc.constantFrom('面膜旗舰店', '零食铺'),
    priceFen: fc.integer({ min: 100, max: 900 }),
    statedFinalPriceFen: fc.integer({ min: 50, max: 99 }),
    couponState: fc.constantFrom('some' as const, 'none' as const),
    couponFaceFen: fc.integer({ min: 1, max: 99 }),
    couponEndsOn: fc.constantFrom('2026-11-20', '2026-12-31'),
    couponLeft: fc.integer({ min: 0, max: 2 }),
    commissionRateBp: fc.integer({ min: 1, max: 9000 }),
    commissionFen: fc.integer({ min: 1, max: 500 }),
  },
  { requiredKeys: [] },
);
const noCoupon = { couponFaceFen: null, couponEndsOn: null, couponLeft: null };
const row = fc.record({
  line: fc.constant(2),
  product: fc
    .tuple(fc.constantFrom('100000001', '100000002', '100000003'), said)
    .map(([key, values]) =>
      importedProduct(key, { title: '面膜', ...values, ...(values.couponState === 'some' ? {} : noCoupon) }),
    ),
  links: fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 })
    .map((values) => values.map((value) => ({ field: 'affiliateUrl' as const, value }))),
  extra: fc.constant({}),
});
const batches = fc
  .array(
    fc.record({
      dataDate: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((list): Batch[] => list.map((batch, index) => ({ ...batch, name: `file-${index}` })));

describe('the catalog is the fold of the batches that count', () => {
  test('undoing any batches, in any order, leaves what importing only the others would have made', async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.array(fc.nat({ max: 4 }), { maxLength: 4 }), async (list, undone) => {
        open();
        const ids: number[] = [];
        for (const batch of list) ids.push(await importBatch(batch));
        const out = [...new Set(undone)].filter((index) => index < list.length);
        for (const index of out) await store.undo(ids[index] as number, derive, calm);
        const actual = dump();
        db.close();

        open();
        const kept = list.filter((_, index) => !out.includes(index));
        for (const batch of kept) await importBatch(batch);
        expect(actual).toEqual(dump());
        db.close();
      }),
      { numRuns: 60 },
    );
    open();
  });

  test('an older file imported later does not overwrite newer values, but fills what they leave unsaid', async () => {
    await importBatch({
      name: 'new',
      dataDate: '2026-11-23',
      rows: [{ line: 2, product: importedProduct('1', { title: '新', priceFen: 100 }), links: [], extra: {} }],
    });
    const id = await stageBatch({
      name: 'old',
      dataDate: '2026-11-20',
      rows: [
        { line: 2, product: importedProduct('1', { title: '旧', priceFen: 200, shop: '店' }), links: [], extra: {} },
      ],
    });
    const counts = await store.merge(id, derive, calm);
    expect(db.prepare('SELECT title, price_fen, shop FROM product').get()).toEqual({
      title: '新',
      price_fen: 100,
      shop: '店',
    });
    expect(counts).toEqual({ rows: 1, created: 0, updated: 1, unchanged: 0, rejected: 0 });
  });
});

describe('merging', () => {
  test('an identical re-import changes nothing and says so', async () => {
    const batch: Batch = {
      name: 'a',
      dataDate: '2026-11-22',
      rows: ['1', '2'].map((key, index) => ({
        line: index + 2,
        product: importedProduct(key, { title: '面膜' }),
        links: [],
        extra: {},
      })),
    };
    await importBatch(batch);
    const before = dump();
    const id = await stageBatch(batch);
    expect(await store.merge(id, derive, calm)).toEqual({ rows: 2, created: 0, updated: 0, unchanged: 2, rejected: 0 });
    expect(dump()).toEqual(before);
  });

  test('a product named twice in a file ends as its last row says; importing the file again changes nothing', async () => {
    const row = (line: number, title: string): StagedRow => ({
      line,
      product: importedProduct('1', { title }),
      links: [],
      extra: {},
    });
    const batch: Batch = { name: 'a', dataDate: '2026-11-22', rows: [row(2, '面膜'), row(3, '面膜新版')] };
    const first = await stageBatch(batch);
    expect(await store.merge(first, derive, calm)).toEqual({
      rows: 2,
      created: 1,
      updated: 1,
      unchanged: 0,
      rejected: 0,
    });
    const before = dump();
    const second = await stageBatch(batch);
    expect(await store.merge(second, derive, calm)).toEqual({
      rows: 2,
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: 0,
    });
    expect(dump()).toEqual(before);
  });

  test('a large file, folded in parts, comes in whole: a product may be named again far below', async () => {
    const count = 4_100;
    const rows = Array.from(
      { length: count },
      (_, index): StagedRow => ({
        line: index + 2,
        product: importedProduct(String(index % (count - 1)), { title: index === count - 1 ? '面膜' : '螺蛳粉' }),
        links: [{ field: 'affiliateUrl', value: `https://s.click.taobao.com/${index}` }],
        extra: {},
      }),
    );
    const batch: Batch = { name: 'a', dataDate: '2026-11-22', rows };
    await importBatch(batch);
    const { products, links, found } = dump() as { products: unknown[]; links: unknown[]; found: string[] };
    expect([products.length, links.length, found]).toEqual([count - 1, count, ['0']]);
    const before = dump();
    const again = await stageBatch(batch);
    expect(await store.merge(again, derive, calm)).toMatchObject({ created: 0, updated: 0, unchanged: count });
    expect(dump()).toEqual(before);
  });

  test('"no coupon" clears the coupon and its price; a row that does not speak of coupons leaves them', async () => {
    const coupon = { couponState: 'some', couponFaceFen: 500, couponThresholdFen: 1000 } as const;
    const add = (name: string, values: Partial<ImportedProduct>): Promise<number> =>
      importBatch({
        name,
        dataDate: '2026-11-22',
        rows: [{ line: 2, product: importedProduct('1', values), links: [], extra: {} }],
      });
    await add('a', { title: '面膜', priceFen: 2000, ...coupon });
    await add('b', { shop: '店' });
    expect(db.prepare('SELECT coupon_face_fen, final_price_fen FROM product').get()).toEqual({
      coupon_face_fen: 500,
      final_price_fen: 1500,
    });
    await add('c', { couponState: 'none' });
    expect(db.prepare('SELECT coupon_face_fen, final_price_fen FROM product').get()).toEqual({
      coupon_face_fen: null,
      final_price_fen: 2000,
    });
  });

  test('a failure half-way leaves the catalog exactly as it was', async () => {
    await importBatch({
      name: 'a',
      dataDate: '2026-11-22',
      rows: [{ line: 2, product: importedProduct('1', { title: '面膜' }), links: [], extra: {} }],
    });
    const before = dump();
    const id = await stageBatch({
      name: 'b',
      dataDate: '2026-11-23',
      rows: [{ line: 2, product: importedProduct('1', { title: '别的' }), links: [], extra: {} }],
    });
    const failing = { ...calm, breathe: () => Promise.reject(new Error('stop')) };
    await expect(store.merge(id, derive, failing)).rejects.toThrow('stop');
    expect(dump()).toEqual(before);
    await store.discard(id, 'cancelled', null);
    await sweepStaging(db, () => Promise.resolve());
    expect(dump()).toEqual(before);
    expect(db.prepare('SELECT count(*) FROM import_row WHERE batch_id = ?').pluck().get(id)).toBe(0);
  });

  test('links keep their id when a batch that also named them is undone', async () => {
    const rows = [
      {
        line: 2,
        product: importedProduct('1', { title: '面膜' }),
        links: [{ field: 'token' as const, value: 'x' }],
        extra: {},
      },
    ];
    const first = await importBatch({ name: 'a', dataDate: '2026-11-21', rows });
    await importBatch({ name: 'b', dataDate: '2026-11-22', rows });
    const id = db.prepare('SELECT id FROM share_link').pluck().get();
    await store.undo(first, derive, calm);
    expect(db.prepare('SELECT id, issued_on FROM share_link').get()).toEqual({ id, issued_on: '2026-11-22' });
  });

  test('hands over the changed catalog before anybody else can see it', async () => {
    const rows = [{ line: 2, product: importedProduct('1', { title: '面膜' }), links: [], extra: {} }];
    const seen: { products: unknown; revision: number; within: boolean }[] = [];
    store = new ImportRepository(db, now, () =>
      seen.push({
        products: db.prepare('SELECT count(*) FROM product').pluck().get(),
        revision: currentRevision(db),
        within: db.inTransaction,
      }),
    );
    const id = await importBatch({ name: 'a', dataDate: '2026-11-21', rows });
    const revision = currentRevision(db);
    await store.undo(id, derive, calm);
    expect(seen).toEqual([
      { products: 1, revision, within: true },
      { products: 0, revision: currentRevision(db), within: true },
    ]);
  });
});
