import type { BatchCounts, LinkDeriver, MergeContext } from '#app/ports/import-store';
import type { Connection } from '../open-database.ts';
import { StatementCache } from '../statement-cache.ts';
import { mergedValue, productColumnNames, productColumns } from '../product-columns.ts';
import { LinkMerge } from './link-merge.ts';
import { SearchWords } from './search-words.ts';
import type { RecogniseAhead } from './links-ahead.ts';
import type { ImportingBatch } from './staged-links.ts';
import { matched, parts, type RowRange, type Rows, rowsPerTurn, rowsThat, turnsOf } from './staged-rows.ts';

/**
 * Rows folded into products with one statement. With fewer, the pages of the many indexes are fetched and written again and
 * again: 250 took 1.3 times as long for 200,000 rows. No more, because a cancel waits as long as a statement.
 */
const rowsPerFold = 2_000;

/** With fewer rows the thread that recognises their links ahead has hardly begun when it is over. */
const rowsWorthAThread = 10_000;

const columnList = productColumnNames.join(', ');
const changed = productColumns.map((each) => `(${mergedValue(each)}) IS NOT product.${each.column}`).join(' OR ');
const onConflict = `
  ON CONFLICT (item_key, market) DO UPDATE SET
    ${productColumns.map((each) => `${each.column} = ${mergedValue(each)}`).join(', ')},
    last_batch_id = CASE WHEN ${changed} THEN excluded.last_batch_id ELSE product.last_batch_id END,
    data_date = max(product.data_date, excluded.data_date)
  WHERE ${changed}`;

/** Batches that count, newest last, whose rows are those of `r.batch_id`; a re-import shares the rows of its first reading. */
const contributions = `import_row r JOIN import_batch b ON coalesce(b.rows_of_batch, b.id) = r.batch_id AND b.state = 'merged'`;

/** A row that only brings links, as pasting does, makes nothing else about the product newer. */
const saysMore = (row: string): string =>
  `coalesce(${row}.title, ${row}.price_fen, ${row}.stated_final_price_fen, ${row}.coupon_state, ${row}.commission_rate_bp, ${row}.commission_fen, ${row}.monthly_sales) IS NOT NULL`;

interface FoldCounts {
  products: number;
  created: number;
  updated: number;
}

interface BatchRow extends ImportingBatch {
  rows_of_batch: number | null;
}

/**
 * The catalog is the fold of all merged batches in the order of (data date, batch): a newer value replaces, an unsaid
 * one leaves alone. Merging the newest batch folds its rows in; undoing, or merging an older one, folds the affected
 * products anew from what remains. All methods run inside a transaction that the caller opened.
 */
export class CatalogMerge {
  readonly #db: Connection;
  readonly #statements: StatementCache;
  readonly #words: SearchWords;
  readonly #links: LinkMerge;
  readonly #recogniseAhead: RecogniseAhead | null;

  constructor(db: Connection, derive: LinkDeriver, now: () => Date, recogniseAhead: RecogniseAhead | null = null) {
    this.#db = db;
    this.#recogniseAhead = recogniseAhead;
    this.#statements = new StatementCache(db);
    this.#words = new SearchWords(this.#statements);
    this.#links = new LinkMerge(db, this.#statements, derive, now);
  }

  /** Folds a staged batch into the catalog. Its state must still be `staging`. */
  async merge(batchId: number, context: MergeContext): Promise<BatchCounts> {
    const batch = this.#batch(batchId);
    const rowsOf = batch.rows_of_batch ?? batch.id;
    const isNewest = this.#db
      .prepare(`SELECT NOT EXISTS (SELECT 1 FROM import_batch WHERE state = 'merged' AND (data_date, id) > (?, ?))`)
      .pluck()
      .get(batch.data_date, batch.id);
    this.#db.prepare(`UPDATE import_batch SET state = 'merged' WHERE id = ?`).run(batchId);
    const { created, updated } = isNewest
      ? await this.#foldIn(batch, rowsOf, context)
      : await this.#foldAnew(rowsOf, context);
    const imported = this.#number('SELECT count(*) FROM import_row WHERE batch_id = ?', rowsOf);
    const rejected = this.#number('SELECT count(*) FROM import_reject WHERE batch_id = ?', batchId);
    return { rows: imported + rejected, created, updated, unchanged: imported - created - updated, rejected };
  }

  /** Folds the products of a batch anew without it. @returns how many products were affected */
  async undo(batchId: number, context: MergeContext): Promise<number> {
    const batch = this.#batch(batchId);
    this.#db.prepare(`UPDATE import_batch SET state = 'undone' WHERE id = ?`).run(batchId);
    return (await this.#foldAnew(batch.rows_of_batch ?? batch.id, context)).products;
  }

  #batch(batchId: number): BatchRow {
    return this.#db
      .prepare<[number], BatchRow>('SELECT id, rows_of_batch, data_date FROM import_batch WHERE id = ?')
      .get(batchId) as BatchRow;
  }

  #number(sql: string, ...values: unknown[]): number {
    return Number(
      this.#db
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  }

  async #foldIn(batch: BatchRow, rowsOf: number, context: MergeContext): Promise<FoldCounts> {
    const db = this.#db;
    const range = db
      .prepare<[number], { first: number | null; last: number | null }>(
        'SELECT min(id) AS first, max(id) AS last FROM import_row WHERE batch_id = ?',
      )
      .get(rowsOf);
    if (!range || range.first === null || range.last === null) return { products: 0, created: 0, updated: 0 };
    const rows = { rowsOf, from: range.first, to: range.last };
    const duplicates = this.#findDuplicates(rowsOf);
    const wasEmpty = this.#number('SELECT NOT EXISTS (SELECT 1 FROM product)') === 1;
    let changes = await this.#foldRange(batch, rows, wasEmpty ? 'all new' : 'once', context);
    if (duplicates > 0) changes += await this.#foldDuplicates(batch, rows, context);
    const created = this.#number('SELECT count(*) FROM product WHERE first_batch_id = ?', batch.id);
    return { products: changes, created, updated: changes - created };
  }

  /** Rows that name a product more than once in one batch are folded apart: only their end result counts as a change. */
  #findDuplicates(rowsOf: number): number {
    this.#db.exec('DROP TABLE IF EXISTS temp.duplicate');
    this.#db.exec(
      'CREATE TEMP TABLE duplicate (item_key TEXT, market TEXT, PRIMARY KEY (item_key, market)) WITHOUT ROWID',
    );
    return this.#db
      .prepare(
        `INSERT INTO duplicate SELECT item_key, market FROM import_row WHERE batch_id = @rowsOf
         GROUP BY item_key, market HAVING count(*) > 1`,
      )
      .run({ rowsOf }).changes;
  }

  async #foldDuplicates(batch: BatchRow, rows: RowRange, context: MergeContext): Promise<number> {
    const db = this.#db;
    const ids = 'SELECT p.id FROM temp.duplicate d JOIN product p ON p.item_key = d.item_key AND p.market = d.market';
    db.exec('DROP TABLE IF EXISTS temp.before');
    db.exec(`CREATE TEMP TABLE before AS SELECT id, last_batch_id, ${columnList} FROM product WHERE id IN (${ids})`);
    const changes = await this.#foldRange(batch, rows, 'repeated', context);
    // There and back again is no change: importing the same file twice must leave no trace.
    const same = productColumnNames.map((name) => `b.${name} IS p.${name}`).join(' AND ');
    const restored = db
      .prepare(
        `UPDATE product SET last_batch_id = b.last_batch_id FROM temp.before b, product p
         WHERE product.id = b.id AND p.id = b.id AND product.last_batch_id <> b.last_batch_id AND ${same}`,
      )
      .run().changes;
    if (restored === 0) return changes;
    const touched = this.#number(
      'SELECT count(*) FROM temp.before b JOIN product p ON p.id = b.id WHERE p.last_batch_id = ?',
      batch.id,
    );
    const created = this.#number(
      'SELECT count(*) FROM temp.duplicate d JOIN product p ON p.item_key = d.item_key AND p.market = d.market WHERE p.first_batch_id = ?',
      batch.id,
    );
    return touched + created;
  }

  /**
   * Folds the rows of a range that name a product of their own (`all new`: none of them known before), or those that name
   * one which the batch names repeatedly.
   * @returns rows that changed something
   */
  async #foldRange(batch: BatchRow, range: RowRange, which: Rows, context: MergeContext): Promise<number> {
    const total = range.to - range.from + 1;
    const isLong = which !== 'repeated' && total >= rowsWorthAThread;
    const ahead = isLong ? (this.#recogniseAhead?.({ batch, range }) ?? null) : null;
    let changes = 0;
    try {
      for (const fold of parts(range, rowsPerFold)) {
        changes += this.#foldProducts(batch, fold, which);
        await context.breathe();
        this.#keepFolded(fold, which);
        this.#words.addMissing('SELECT product_id FROM temp.folded', {});
        for (const turn of turnsOf(fold)) {
          await context.breathe();
          this.#links.addFromRows(batch, which, turn, (await ahead?.next()) ?? null);
          if (which !== 'repeated') context.progress(turn.to - range.from + 1, total);
        }
      }
    } finally {
      await ahead?.end();
    }
    return changes;
  }

  /** Keeps which product each row of a fold became in `temp.folded`: to look it up costs as much as to add a link. */
  #keepFolded(fold: RowRange, which: Rows): void {
    this.#db.exec('CREATE TEMP TABLE IF NOT EXISTS folded (row_id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL)');
    this.#statements.prepare('DELETE FROM temp.folded').run();
    this.#statements
      .prepare(`INSERT INTO temp.folded SELECT r.id, p.id FROM ${matched} WHERE ${rowsThat[which]}`)
      .run({ ...fold });
  }

  /** @returns rows that changed something */
  #foldProducts(batch: BatchRow, fold: RowRange, which: Rows): number {
    const rows = rowsThat[which];
    if (which !== 'all new') this.#dropChangedWords(`${matched} WHERE ${rows}`, fold);
    const { changes } = this.#statements
      .prepare(
        `INSERT INTO product (market, item_key, ${columnList}, first_batch_id, last_batch_id, data_date)
         SELECT market, item_key, ${columnList}, @batch, @batch, @date FROM import_row r WHERE ${rows} ORDER BY r.id ${onConflict}`,
      )
      .run({ ...fold, batch: batch.id, date: batch.data_date });
    // Data that is confirmed unchanged is as new as the file that confirms it.
    if (which !== 'all new') {
      this.#statements
        .prepare(
          `UPDATE product SET data_date = @date
           WHERE data_date < @date AND id IN (SELECT p.id FROM ${matched} WHERE ${rows} AND ${saysMore('r')})`,
        )
        .run({ ...fold, date: batch.data_date });
    }
    return changes;
  }

  async #foldAnew(rowsOf: number, context: MergeContext): Promise<FoldCounts> {
    const db = this.#db;
    db.exec('DROP TABLE IF EXISTS temp.affected');
    db.exec('CREATE TEMP TABLE affected (n INTEGER PRIMARY KEY, market TEXT, item_key TEXT, product_id INTEGER)');
    const total = db
      .prepare(
        `INSERT INTO affected (market, item_key, product_id)
         SELECT r.market, r.item_key, p.id FROM (SELECT DISTINCT market, item_key FROM import_row WHERE batch_id = ?) r
         LEFT JOIN product p ON p.item_key = r.item_key AND p.market = r.market`,
      )
      .run(rowsOf).changes;
    const created = this.#number('SELECT count(*) FROM affected WHERE product_id IS NULL');
    let updated = 0;
    for (let from = 1; from <= total; from += rowsPerTurn) {
      updated += this.#refold({ from, to: from + rowsPerTurn - 1 });
      context.progress(Math.min(from + rowsPerTurn - 1, total), total);
      await context.breathe();
    }
    db.exec('DROP TABLE temp.affected');
    return { products: total, created, updated };
  }

  /**
   * Empties one chunk of the affected products and replays every contribution that still counts, in order.
   * @returns how many products are different afterwards
   */
  #refold(chunk: { from: number; to: number }): number {
    const db = this.#db;
    const statements = this.#statements;
    const ids = 'SELECT product_id FROM affected WHERE n BETWEEN @from AND @to AND product_id IS NOT NULL';
    db.exec('DROP TABLE IF EXISTS temp.before');
    db.prepare(`CREATE TEMP TABLE before AS SELECT id, ${columnList} FROM product WHERE id IN (${ids})`).run(chunk);
    this.#words.drop(ids, { ...chunk });
    const emptied = productColumnNames.filter((name) => name !== 'item_id').map((name) => `${name} = NULL`);
    statements
      .prepare(
        `UPDATE product SET ${emptied.join(', ')}, first_batch_id = 0, last_batch_id = 0, data_date = '' WHERE id IN (${ids})`,
      )
      .run(chunk);
    statements
      .prepare(
        `INSERT INTO product (market, item_key, ${columnList}, first_batch_id, last_batch_id, data_date)
       SELECT r.market, r.item_key, ${productColumnNames.map((name) => `r.${name}`).join(', ')}, b.id, b.id, b.data_date
       FROM affected a CROSS JOIN ${contributions} AND r.item_key = a.item_key AND r.market = a.market
       WHERE a.n BETWEEN @from AND @to ORDER BY b.data_date, b.id, r.id ${onConflict}`,
      )
      .run(chunk);
    statements
      .prepare(
        `UPDATE product SET data_date = (
         SELECT coalesce(max(CASE WHEN ${saysMore('r')} THEN b.data_date END), max(b.data_date))
         FROM ${contributions} WHERE r.item_key = product.item_key AND r.market = product.market)
       WHERE last_batch_id <> 0 AND id IN (${ids})`,
      )
      .run(chunk);
    // A product that kept its row id through the replay takes the first contribution that is left as its first.
    statements
      .prepare(
        `UPDATE product SET first_batch_id = (
         SELECT b.id FROM ${contributions} WHERE r.item_key = product.item_key AND r.market = product.market
         ORDER BY b.data_date, b.id LIMIT 1)
       WHERE first_batch_id = 0 AND last_batch_id <> 0 AND id IN (${ids})`,
      )
      .run(chunk);
    statements.prepare(`DELETE FROM product WHERE last_batch_id = 0 AND id IN (${ids})`).run(chunk);
    const remaining =
      'SELECT p.id FROM affected a JOIN product p ON p.item_key = a.item_key AND p.market = a.market WHERE a.n BETWEEN @from AND @to';
    this.#words.addMissing(remaining, chunk);
    this.#links.rebuild(remaining, contributions, chunk);
    const differs = productColumnNames.map((name) => `b.${name} IS NOT p.${name}`).join(' OR ');
    return this.#number(`SELECT count(*) FROM temp.before b JOIN product p ON p.id = b.id WHERE ${differs}`);
  }

  /** Drops the words of products that rows are about to change. @param matched rows `r` with their products `p` */
  #dropChangedWords(matched: string, chunk: RowRange): void {
    this.#words.drop(
      `SELECT p.id FROM ${matched} AND (
         (r.title IS NOT NULL AND r.title IS NOT p.title) OR (r.short_title IS NOT NULL AND r.short_title IS NOT p.short_title)
         OR (r.shop IS NOT NULL AND r.shop IS NOT p.shop) OR r.item_id <> p.item_id)`,
      { ...chunk },
    );
  }
}
