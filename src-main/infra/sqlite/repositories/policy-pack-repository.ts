import type { PolicyPackStore, StoredPolicyPack } from '#app/ports/policy-pack-store';
import { AppError } from '#contract/errors';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

interface PackRow {
  id: string;
  pack_json: string;
  active: number;
  loaded_at: string;
}

/** {@link PolicyPackStore} over one connection. */
export class PolicyPackRepository implements PolicyPackStore {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  list(): StoredPolicyPack[] {
    return this.#db
      .prepare<[], PackRow>(
        `SELECT id, pack_json, active, loaded_at FROM rule_pack WHERE kind = 'openability' ORDER BY loaded_at DESC, id`,
      )
      .all()
      .map((row) => ({
        id: row.id,
        value: JSON.parse(row.pack_json) as unknown,
        loadedAt: row.loaded_at,
        active: row.active === 1,
      }));
  }

  async add(id: string, value: unknown): Promise<void> {
    await writeWhenFree(this.#db, () => {
      const taken = this.#db.prepare('SELECT 1 FROM rule_pack WHERE id = ?').get(id);
      if (taken)
        throw new AppError('CONFLICT', `pack ${id} exists`, { params: { detail: `规则包编号“${id}”已被占用` } });
      this.#db
        .prepare(`INSERT INTO rule_pack (id, kind, pack_json, active, loaded_at) VALUES (?, 'openability', ?, 0, ?)`)
        .run(id, JSON.stringify(value), this.#now().toISOString());
      this.#audit('policy.loaded', id);
    });
  }

  async activate(id: string | null): Promise<void> {
    await writeWhenFree(this.#db, () => {
      this.#db.prepare(`UPDATE rule_pack SET active = (id IS ?) WHERE kind = 'openability'`).run(id);
      this.#audit('policy.used', id ?? 'built-in');
      bumpRevision(this.#db);
    });
  }

  remove(id: string): Promise<boolean> {
    return writeWhenFree(this.#db, () => {
      const { changes } = this.#db.prepare(`DELETE FROM rule_pack WHERE id = ? AND kind = 'openability'`).run(id);
      if (changes > 0) this.#audit('policy.removed', id);
      return changes > 0;
    });
  }

  #audit(action: string, subject: string): void {
    this.#db
      .prepare(`INSERT INTO audit (at, action, subject, detail_json) VALUES (?, ?, ?, '{}')`)
      .run(this.#now().toISOString(), action, subject);
  }
}
