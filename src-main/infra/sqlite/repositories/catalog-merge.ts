import type { BatchCounts, LinkDeriver, MergeContext } from '#app/ports/import-store';
import type { Connection } from '../open-database.ts';
import { StatementCache } from '../statement-cache.ts';
import { productColumnNames } from '../product-columns.ts';
import { columnList, onConflict, saysMore } from './fold-sql.ts';
import { LinkMerge } from './link-merge.ts';
import { type FoldCounts, ProductReplay } from './product-replay.ts';
import { SearchWords } from './search-words.ts';
import type { RecogniseAhead } from './links-ahead.ts';
import type { ImportingBatch } from './staged-links.ts';
import { matched, parts, type RowRange, type Rows, rowsThat, turnsOf } from './staged-rows.ts';

/**
 * Rows folded into products with one statement. With fewer, the pages of the many indexes are fetched and written again and
 * again: 250 took 1.3 times as long for 200,000 rows. No more, because a cancel waits as long as a statement.
 */
const rowsPerFold = 2_000;

/** With fewer rows the thread that recognises their links ahead has hardly begun when it is over. */
const rowsWorthAThread = 10_000;

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
  readonly #replay: ProductReplay;
  readonly #recogniseAhead: RecogniseAhead | null;

  constructor(db: Connection, derive: LinkDeriver, now: () => Date, recogniseAhead: RecogniseAhead | null = null) {
    this.#db = db;
    this.#recogniseAhead = recogniseAhead;
    this.#statements = new StatementCache(db);
    this.#words = new SearchWords(this.#statements);
    this.#links = new LinkMerge(db, this.#statements, derive, now);
    this.#replay = new ProductReplay(db, this.#statements, this.#words, this.#links);
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
      : await this.#replay.foldAnew(rowsOf, context);
    const imported = this.#number('SELECT count(*) FROM import_row WHERE batch_id = ?', rowsOf);
    const rejected = this.#number('SELECT count(*) FROM import_reject WHERE batch_id = ?', batchId);
    return { rows: imported + rejected, created, updated, unchanged: imported - created - updated, rejected };
  }

  /** Folds the products of a batch anew without it. @returns how many products were affected */
  async undo(batchId: number, context: MergeContext): Promise<number> {
    const batch = this.#batch(batchId);
    this.#db.prepare(`UPDATE import_batch SET state = 'undone' WHERE id = ?`).run(batchId);
    return (await this.#replay.foldAnew(batch.rows_of_batch ?? batch.id, context)).products;
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
