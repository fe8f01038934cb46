import type { StatementCache } from '../statement-cache.ts';

/** SQL for the words of a product. */
const searchWords = `search_text(coalesce(title, '') || ' ' || coalesce(short_title, '') || ' ' || coalesce(shop, '') || ' ' || item_id)`;

/** The words by which products are found, kept in step with them by whoever changes products. */
export class SearchWords {
  readonly #statements: StatementCache;

  constructor(statements: StatementCache) {
    this.#statements = statements;
  }

  /**
   * Drops the words of products that are about to change. One by one: `rowid IN (…)` makes SQLite read the whole table of
   * words each time.
   * @param productIds query for the ids, with the named values it needs
   */
  drop(productIds: string, values: Record<string, number>): void {
    const ids = this.#statements.prepare<number>(productIds).pluck().all(values);
    const drop = this.#statements.prepare('DELETE FROM product_fts WHERE rowid = ?');
    for (const id of ids) drop.run(id);
  }

  /** Adds the words of products that have none. */
  addMissing(productIds: string, values: Record<string, number>): void {
    this.#statements
      .prepare(
        `INSERT INTO product_fts (rowid, words) SELECT id, ${searchWords} FROM product
         WHERE id IN (${productIds}) AND id NOT IN (SELECT id FROM product_fts_docsize WHERE id IN (${productIds}))`,
      )
      .run(values);
  }
}
