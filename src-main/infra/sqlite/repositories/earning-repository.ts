import type { EarningRow, EarningStore, EarningUpdate, FileLinks } from '#app/ports/earning-store';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

const isOwned = `(pid IS NOT NULL OR relation_id IS NOT NULL OR (earns <> 'no' AND (earns_reason = 'own-file') <> @own
  AND origin IN (SELECT value FROM json_each(@fields))))`;

const bound = ({ own, fields }: FileLinks) => ({ own: Number(own), fields: JSON.stringify(fields) });

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

  nextOwned(afterId: number, limit: number, files: FileLinks): EarningRow[] {
    return this.#db
      .prepare<[object], EarningRow>(
        `SELECT id, link_hash AS linkHash, value, canonical, origin, earns_reason AS reason FROM share_link
         WHERE id > @afterId AND ${isOwned} ORDER BY id LIMIT @limit`,
      )
      .all({ ...bound(files), afterId, limit });
  }

  countOwned(files: FileLinks): number {
    return Number(this.#db.prepare(`SELECT count(*) FROM share_link WHERE ${isOwned}`).pluck().get(bound(files)));
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
