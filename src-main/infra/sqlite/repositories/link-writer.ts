import { runInBlocks } from '../insert-many.ts';
import type { Connection } from '../open-database.ts';
import type { StatementCache } from '../statement-cache.ts';
import { type LinkBlock, ownColumns, sharedColumns } from './link-block.ts';

/**
 * Writes the blocks of one maker. To hand a value from here to SQLite costs more than to write it, so what many links share
 * is handed over once, into a temporary table, and joined there. Lives as long as the transaction it is made in.
 */
export class LinkWriter {
  readonly #statements: StatementCache;
  readonly #shared: string;
  readonly #sql: (values: string) => string;
  readonly #createdAt: string;
  #met = 0;

  /**
   * @param upsert what to do with a link the product has already: `ON CONFLICT …`
   * @param maker tells the temporary tables of two writers apart
   */
  constructor(db: Connection, statements: StatementCache, upsert: string, now: () => Date, maker: 'here' | 'ahead') {
    this.#statements = statements;
    this.#createdAt = now().toISOString();
    const shared = `temp.link_shared_${maker}`;
    this.#shared = shared;
    db.exec(`DROP TABLE IF EXISTS ${shared}`);
    db.exec(`CREATE TEMP TABLE link_shared_${maker} (id INTEGER PRIMARY KEY, ${sharedColumns.join(', ')}, created_at)`);
    const own = ['product_id', ...ownColumns];
    const all = [...own, ...sharedColumns, 'created_at'];
    const read = [
      ...own.map((_, at) => `v.column${at + 1}`),
      ...[...sharedColumns, 'created_at'].map((column) => `s.${column}`),
    ];
    this.#sql = (values) => `INSERT INTO share_link (${all.join(', ')})
      SELECT ${read.join(', ')} FROM (${values}) v
      CROSS JOIN ${shared} s ON s.id = v.column${own.length + 1} WHERE true ${upsert}`;
  }

  /**
   * In their order: the first of a product's equal links is the one that stays.
   * @param productAt the product of a place; links of places without one are left out
   */
  write(block: LinkBlock, productAt: (place: number) => number | undefined): void {
    this.#keepShared(block);
    runInBlocks(this.#statements, { width: ownColumns.length + 2, sql: this.#sql }, (add) => {
      block.places.forEach((place, at) => {
        const product = productAt(place);
        if (product === undefined) return;
        const own = block.own.slice(at * ownColumns.length, (at + 1) * ownColumns.length);
        add([product, ...own, block.shared[at]]);
      });
    });
  }

  #keepShared({ met, forgets }: LinkBlock): void {
    if (forgets) {
      this.#statements.prepare(`DELETE FROM ${this.#shared}`).run();
      this.#met = 0;
    }
    const insert = this.#statements.prepare(
      `INSERT INTO ${this.#shared} VALUES (${'?, '.repeat(sharedColumns.length + 1)}?)`,
    );
    for (const said of met) insert.run([this.#met++, ...said, this.#createdAt]);
  }
}
