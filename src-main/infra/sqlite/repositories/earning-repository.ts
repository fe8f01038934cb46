import type { EarningRow, EarningStore, EarningUpdate } from '#app/ports/earning-store';
import type { Connection } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';

/** {@link EarningStore} over one connection. */
export class EarningRepository implements EarningStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  byHash(linkHashes: readonly number[]): EarningRow[] {
    return this.#db
      .prepare<[string], EarningRow>(
        `SELECT id, link_hash AS linkHash, value, canonical, origin FROM share_link WHERE link_hash IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(linkHashes));
  }

  async update(updates: readonly EarningUpdate[]): Promise<void> {
    const update = this.#db.prepare(
      `UPDATE share_link SET earns = @earns, owner = @owner, earns_reason = @reason, item_id = coalesce(item_id, @itemId),
         pid = coalesce(pid, @pid), relation_id = coalesce(relation_id, @relationId) WHERE id = @id`,
    );
    await writeWhenFree(this.#db, () => {
      for (const one of updates) update.run(one);
    });
  }
}
