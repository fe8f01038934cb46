import type { ComparedLink, ImpactReader } from '#app/ports/impact-reader';
import type { Connection } from '../open-database.ts';
import { validityBasis } from './link-row.ts';

/** {@link ImpactReader} over one connection. */
export class ImpactRepository implements ImpactReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  count(): number {
    return Number(this.#db.prepare('SELECT count(*) FROM share_link').pluck().get());
  }

  next(afterId: number, limit: number): ComparedLink[] {
    return this.#db
      .prepare<[number, number], ComparedLink>(
        `SELECT l.id, l.link_hash AS linkHash, l.kind, l.host, l.dead_from AS deadFrom, l.sold_out AS soldOut,
           ${validityBasis} AS validityBasis, l.issued_on AS issuedOn FROM share_link l WHERE l.id > ? ORDER BY l.id LIMIT ?`,
      )
      .all(afterId, limit);
  }

  answeredHashes(): number[] {
    return this.#db.prepare<[], number>('SELECT DISTINCT link_hash FROM link_check WHERE skipped = 0').pluck().all();
  }

  describe(linkIds: readonly number[]): { id: number; kind: string; value: string; productTitle: string | null }[] {
    return this.#db
      .prepare<[string], { id: number; kind: string; value: string; productTitle: string | null }>(
        `SELECT l.id, l.kind, l.value, p.title AS productTitle FROM share_link l LEFT JOIN product p ON p.id = l.product_id
         WHERE l.id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(linkIds));
  }
}
