import type { CatalogListReader, CatalogReader, RowWindow } from '#app/ports/catalog-reader';
import type { CatalogFilter, CatalogSort, Facet, HistoryPoint, ProductRow, ProductSelection } from '#contract/catalog';
import { AppError } from '#contract/errors';
import type { Connection } from '../open-database.ts';
import { searchQuery } from '../search-text.ts';
import { filterConditions, orderBy } from './catalog-filter-sql.ts';
import { type ProductRecord, productRowColumns, publicId, splitPublicId, toProductRow } from './product-row.ts';

export interface ProductExtras {
  rowId: number;
  seller: string | null;
  brand: string | null;
  recommendText: string | null;
  history: HistoryPoint[];
  extra: Record<string, string>;
}

interface Source {
  /** Expression of a product's row id. */
  id: string;
  from: string;
  values: Record<string, unknown>;
}

const facetLimit = 500;

/** Reads the catalog. Everything here is a query; nothing blocks longer than one page of SQL. */
export class CatalogRepository implements CatalogReader, CatalogListReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  rowIds(filter: CatalogFilter, sort: CatalogSort, asOf: string, { offset, limit }: RowWindow): number[] {
    const { id, from, values } = this.#source(filter, sort, asOf);
    const order = orderBy(sort, id);
    return this.#db
      .prepare(`SELECT ${id} FROM ${from} ORDER BY ${order} LIMIT @limit OFFSET @offset`)
      .pluck()
      .all({ ...values, limit: limit ?? -1, offset }) as number[];
  }

  publicIds(rowIds: readonly number[]): string[] {
    const rows = this.#db
      .prepare<[string], { id: number; market: string; item_key: string }>(
        `SELECT p.id, p.market, p.item_key FROM json_each(?) e JOIN product p ON p.id = e.value ORDER BY e.key`,
      )
      .all(JSON.stringify(rowIds));
    return rows.map(({ market, item_key }) => publicId(market, item_key));
  }

  scanned(rowIds: readonly number[]): ReadonlySet<number> {
    const found = this.#db
      .prepare('SELECT product_id FROM product_scan WHERE product_id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify(rowIds)) as number[];
    return new Set(found);
  }

  count(filter: CatalogFilter, asOf: string): number {
    const { from, values } = this.#source(filter, null, asOf);
    return Number(this.#db.prepare(`SELECT count(*) FROM ${from}`).pluck().get(values));
  }

  /** Row ids of everything a selection means, in catalog order. */
  selectedRowIds(selection: ProductSelection, asOf: string): number[] {
    if ('ids' in selection) return this.#oldestFirst({ ids: selection.ids }, asOf);
    const all = this.#oldestFirst(selection.filter, asOf);
    if (!selection.except || selection.except.length === 0) return all;
    const left = new Set(this.#oldestFirst({ ids: selection.except }, asOf));
    return all.filter((id) => !left.has(id));
  }

  #oldestFirst(filter: CatalogFilter, asOf: string): number[] {
    return this.rowIds(filter, { by: 'newest', descending: false }, asOf, { offset: 0, limit: null });
  }

  firstRowIds(limit: number): number[] {
    return this.#db.prepare('SELECT id FROM product ORDER BY id DESC LIMIT ?').pluck().all(limit) as number[];
  }

  byRowIds(rowIds: readonly number[], asOf: string): Map<number, ProductRow> {
    const sql = `SELECT ${productRowColumns} FROM product p WHERE p.id IN (SELECT value FROM json_each(?))`;
    const records = this.#db.prepare<[string], ProductRecord>(sql).all(JSON.stringify(rowIds));
    return new Map(records.map((record) => [record.row_id, toProductRow(record, asOf)]));
  }

  recommendTexts(rowIds: readonly number[]): Map<number, string> {
    const rows = this.#db
      .prepare<[string], { id: number; text: string }>(
        `SELECT id, recommend_text AS text FROM product WHERE recommend_text IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(rowIds));
    return new Map(rows.map(({ id, text }) => [id, text]));
  }

  /** @throws AppError `NOT_FOUND` */
  product(id: string, asOf: string): { product: ProductRow; extras: ProductExtras } {
    const { market, itemKey } = splitPublicId(id);
    const record = this.#db
      .prepare<
        [string, string],
        ProductRecord & { seller: string | null; brand: string | null; recommend_text: string | null }
      >(
        `SELECT ${productRowColumns}, p.seller, p.brand, p.recommend_text FROM product p WHERE p.item_key = ? AND p.market = ?`,
      )
      .get(itemKey, market);
    if (!record) throw new AppError('NOT_FOUND', `no product ${id}`, { params: { detail: '商品' } });
    return {
      product: toProductRow(record, asOf),
      extras: {
        rowId: record.row_id,
        seller: record.seller,
        brand: record.brand,
        recommendText: record.recommend_text,
        history: this.#history(market, itemKey),
        extra: this.#extra(market, itemKey),
      },
    };
  }

  facets(): { categories: Facet[]; shops: Facet[]; platforms: Facet[] } {
    const facet = (expression: string): Facet[] =>
      this.#db
        .prepare<[], Facet>(
          `SELECT ${expression} AS value, count(*) AS products FROM product p WHERE ${expression} IS NOT NULL
           GROUP BY 1 ORDER BY products DESC, value LIMIT ${facetLimit}`,
        )
        .all();
    return {
      categories: facet('p.category'),
      shops: facet('p.shop'),
      platforms: facet('coalesce(p.platform, p.market)'),
    };
  }

  /**
   * FROM and WHERE of a filter, and the expression of the row id. Words drive the query when the order is that of the
   * index anyway, which then delivers the first page without reading the rest; otherwise they are one condition among
   * others.
   */
  #source(filter: CatalogFilter, sort: CatalogSort | null, asOf: string): Source {
    const { clauses, values } = filterConditions(filter, { asOf });
    const search = filter.search?.trim() ?? '';
    const words = searchQuery(search);
    if (words === null && search !== '') {
      // Nothing but signs was asked for (%, 😀), and the index holds none: the texts themselves are looked through.
      clauses.push(`instr(coalesce(p.title, '') || ' ' || coalesce(p.shop, ''), @signs) > 0`);
      values['signs'] = search;
    }
    const where = (all: string[]): string => (all.length > 0 ? ` WHERE ${all.join(' AND ')}` : '');
    if (words === null) return { id: 'p.id', from: `product p${where(clauses)}`, values };
    if (sort === null || sort.by === 'newest') {
      const product = clauses.length > 0 ? ' CROSS JOIN product p ON p.id = f.rowid' : '';
      const matching = ['product_fts MATCH @words', ...clauses];
      return { id: 'f.rowid', from: `product_fts f${product}${where(matching)}`, values: { ...values, words } };
    }
    const matching = ['p.id IN (SELECT rowid FROM product_fts WHERE product_fts MATCH @words)', ...clauses];
    return { id: 'p.id', from: `product p${where(matching)}`, values: { ...values, words } };
  }

  /** What each import said about price and commission; repeated values are left out. */
  #history(market: string, itemKey: string): HistoryPoint[] {
    const points = this.#db
      .prepare<[string, string], HistoryPoint>(
        `SELECT b.data_date AS dataDate, b.file_name AS fileName, b.id AS batchId, r.price_fen AS priceFen,
           r.coupon_text AS couponText, r.stated_final_price_fen AS finalPriceFen,
           r.commission_rate_bp AS commissionRateBp, r.commission_fen AS commissionFen
         FROM import_row r JOIN import_batch b ON coalesce(b.rows_of_batch, b.id) = r.batch_id AND b.state = 'merged'
         WHERE r.item_key = ? AND r.market = ? ORDER BY b.data_date, b.id, r.id`,
      )
      .all(itemKey, market);
    const value = ({ batchId: _batch, fileName: _file, dataDate: _date, ...said }: HistoryPoint): string =>
      JSON.stringify(said);
    return points.filter((point, index) => index === 0 || value(point) !== value(points[index - 1] as HistoryPoint));
  }

  #extra(market: string, itemKey: string): Record<string, string> {
    const json = this.#db
      .prepare(
        `SELECT r.extra_json FROM import_row r JOIN import_batch b ON coalesce(b.rows_of_batch, b.id) = r.batch_id AND b.state = 'merged'
         WHERE r.item_key = ? AND r.market = ? AND r.extra_json IS NOT NULL ORDER BY b.data_date DESC, b.id DESC, r.id DESC LIMIT 1`,
      )
      .pluck()
      .get(itemKey, market);
    return typeof json === 'string' ? (JSON.parse(json) as Record<string, string>) : {};
  }
}
