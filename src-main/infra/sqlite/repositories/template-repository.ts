import type { StoredTemplate, TemplateStore } from '#app/campaigns/template-book';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

/** Copy templates the user wrote. The built-in ones are data of the program. */
export class TemplateRepository implements TemplateStore {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  list(): StoredTemplate[] {
    return this.#db
      .prepare<[], StoredTemplate>('SELECT id, name, surface, body FROM copy_template ORDER BY surface, name')
      .all();
  }

  save({ id, name, surface, body }: StoredTemplate): Promise<void> {
    const now = this.#now().toISOString();
    return writeWhenFree(this.#db, () => {
      this.#db
        .prepare(
          `INSERT INTO copy_template (id, name, surface, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, surface = excluded.surface, body = excluded.body, updated_at = excluded.updated_at`,
        )
        .run(id, name, surface, body, now, now);
      bumpRevision(this.#db, 'campaigns');
    });
  }

  /** @returns whether there was one */
  remove(id: string): Promise<boolean> {
    return writeWhenFree(this.#db, () => {
      bumpRevision(this.#db, 'campaigns');
      return this.#db.prepare('DELETE FROM copy_template WHERE id = ?').run(id).changes > 0;
    });
  }
}
