import type { MergeContext } from '#app/ports/import-store';
import type { Connection } from '../open-database.ts';
import { productColumnNames } from '../product-columns.ts';
import type { StatementCache } from '../statement-cache.ts';
import { columnList, contributions, onConflict, saysMore } from './fold-sql.ts';
import type { LinkMerge } from './link-merge.ts';
import type { SearchWords } from './search-words.ts';
import { rowsPerTurn } from './staged-rows.ts';

/** What a fold did to the catalog. */
export interface FoldCounts {
  products: number;
  created: number;
  updated: number;
}

/** Folds products anew from every row that still counts. Works inside the transaction of whoever made it. */
export class ProductReplay {
  readonly #db: Connection;
  readonly #statements: StatementCache;
  readonly #words: SearchWords;
  readonly #links: LinkMerge;

  constructor(db: Connection, statements: StatementCache, words: SearchWords, links: LinkMerge) {
    this.#db = db;
    this.#statements = statements;
    this.#words = words;
    this.#links = links;
  }

  /** Folds the products anew that a batch names. @param rowsOf the batch that read its rows */
  async foldAnew(rowsOf: number, context: MergeContext): Promise<FoldCounts> {
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
    const created = Number(db.prepare('SELECT count(*) FROM affected WHERE product_id IS NULL').pluck().get());
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
    const changed = `SELECT count(*) FROM temp.before b JOIN product p ON p.id = b.id WHERE ${differs}`;
    return Number(db.prepare(changed).pluck().get());
  }
}
