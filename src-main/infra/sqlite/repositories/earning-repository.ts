import type { EarningRow, EarningStore, EarningUpdate } from '#app/ports/earning-store';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

const isIdentified = '(pid IS NOT NULL OR relation_id IS NOT NULL)';

/** {@link EarningStore} over one connection. */
export class EarningRepository implements EarningStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  byHash(linkHashes: readonly number[]): EarningRow[] {
    return this.#db
      .prepare<[string], EarningRow>(
        `SELECT id, link_hash AS linkHash, value, canonical, origin, earns_reason AS reason FROM share_link WHERE link_hash IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(linkHashes));
  }

  nextIdentified(afterId: number, limit: number): EarningRow[] {
    return this.#db
      .prepare<[number, number], EarningRow>(
        `SELECT id, link_hash AS linkHash, value, canonical, origin, earns_reason AS reason FROM share_link
         WHERE id > ? AND ${isIdentified} ORDER BY id LIMIT ?`,
      )
      .all(afterId, limit);
  }

  countIdentified(): number {
    return Number(this.#db.prepare(`SELECT count(*) FROM share_link WHERE ${isIdentified}`).pluck().get());
  }

  async update(updates: readonly EarningUpdate[]): Promise<number> {
    const update = this.#db.prepare(
      `UPDATE share_link SET earns = @earns, owner = @owner, earns_reason = @reason, item_id = coalesce(item_id, @itemId),
         pid = coalesce(pid, @pid), relation_id = coalesce(relation_id, @relationId)
       WHERE id = @id AND ((earns, owner, earns_reason) IS NOT (@earns, @owner, @reason) OR (item_id IS NULL AND @itemId IS NOT NULL)
         OR (pid IS NULL AND @pid IS NOT NULL) OR (relation_id IS NULL AND @relationId IS NOT NULL))`,
    );
    return writeWhenFree(this.#db, () => {
      const changed = updates.reduce((count, one) => count + update.run(one).changes, 0);
      if (changed > 0) bumpRevision(this.#db);
      return changed;
    });
  }
}
