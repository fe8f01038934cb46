import type { DerivedLink } from '#app/ports/import-store';
import { runInBlocks } from '../insert-many.ts';
import type { Connection } from '../open-database.ts';
import type { StatementCache } from '../statement-cache.ts';

/** A link with the product and the batch it belongs to. */
export interface LinkRow {
  productId: number;
  batchId: number;
  link: DerivedLink;
  couponDeadFrom: string | null;
  soldOut: number | null;
}

/** What differs from link to link. */
const ownColumns = [
  'product_id',
  'link_hash',
  'value',
  'canonical',
  'item_id',
  'coupon_dead_from',
  'sold_out',
] as const;

/** What the links of a file say alike: a few hundred combinations in a list of 200,000. */
const sharedColumns = [
  'kind',
  'host',
  'pid',
  'relation_id',
  'origin',
  'inner_kind',
  'earns',
  'owner',
  'earns_reason',
  'issued_on',
  'own_dead_from',
  'validity_basis',
  'batch_id',
  'created_at',
] as const;

/** Combinations kept at a time; a file in which every link is different from every other must not fill the memory. */
const mostShared = 20_000;

/**
 * Writes links. To hand a value from here to SQLite costs more than to write it, so what many links share is handed over
 * once, into a temporary table, and joined there. Lives as long as the transaction it is made in.
 */
export class LinkWriter {
  readonly #db: Connection;
  readonly #statements: StatementCache;
  readonly #createdAt: string;
  readonly #upsert: string;
  readonly #shared = new Map<string, number>();

  /** @param upsert what to do with a link the product has already: `ON CONFLICT …` */
  constructor(db: Connection, statements: StatementCache, upsert: string, now: () => Date) {
    this.#db = db;
    this.#statements = statements;
    this.#upsert = upsert;
    this.#createdAt = now().toISOString();
    db.exec('DROP TABLE IF EXISTS temp.link_shared');
    db.exec(`CREATE TEMP TABLE link_shared (id INTEGER PRIMARY KEY, ${sharedColumns.join(', ')})`);
  }

  /** In their order: the first of a product's equal links is the one that stays. */
  write(rows: Iterable<LinkRow>): void {
    if (this.#shared.size > mostShared) this.#forget();
    runInBlocks(this.#statements, { width: ownColumns.length + 1, sql: (values) => this.#sql(values) }, (add) => {
      for (const row of rows) {
        const { productId, link, couponDeadFrom, soldOut } = row;
        add([
          productId,
          link.linkHash,
          link.value,
          link.canonical,
          link.itemId,
          couponDeadFrom,
          soldOut,
          this.#sharedId(row),
        ]);
      }
    });
  }

  #sql(values: string): string {
    const own = ownColumns.map((_, at) => `v.column${at + 1}`);
    const shared = sharedColumns.map((column) => `s.${column}`);
    return `INSERT INTO share_link (${[...ownColumns, ...sharedColumns].join(', ')})
      SELECT ${[...own, ...shared].join(', ')} FROM (${values}) v
      CROSS JOIN temp.link_shared s ON s.id = v.column${ownColumns.length + 1} WHERE true ${this.#upsert}`;
  }

  #sharedId({ link, batchId }: LinkRow): number {
    const { kind, host, pid, relationId, origin, innerKind, earns, owner, earnsReason, issuedOn, ownDeadFrom } = link;
    const key = `${kind}\n${host}\n${pid}\n${relationId}\n${origin}\n${innerKind}\n${earns}\n${owner}\n${earnsReason}\n${issuedOn}\n${ownDeadFrom}\n${link.validityBasis}\n${batchId}`;
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const values = [kind, host, pid, relationId, origin, innerKind, earns, owner, earnsReason, issuedOn, ownDeadFrom];
    const { lastInsertRowid } = this.#statements
      .prepare(
        `INSERT INTO temp.link_shared (${sharedColumns.join(', ')}) VALUES (${sharedColumns.map(() => '?').join(', ')})`,
      )
      .run([...values, link.validityBasis, batchId, this.#createdAt]);
    const id = Number(lastInsertRowid);
    this.#shared.set(key, id);
    return id;
  }

  #forget(): void {
    this.#db.exec('DELETE FROM temp.link_shared');
    this.#shared.clear();
  }
}
