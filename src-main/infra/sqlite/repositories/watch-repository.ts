import type { FoundFile, KnownFile, WatchStore } from '#app/ports/watched-folder';
import type { Connection } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';

interface FileRecord {
  name: string;
  bytes: number;
  modified_ms: number;
  sha256: string | null;
}

const toKnown = <Hash extends string | null>({ name, bytes, modified_ms, sha256 }: FileRecord & { sha256: Hash }) => ({
  name,
  bytes,
  modifiedMs: modified_ms,
  sha256,
});

/** An import that was taken back was looked at all the same. */
const wasImported = `SELECT 1 FROM import_batch b WHERE b.file_sha256 = f.sha256 AND b.state IN ('merged', 'undone')`;
const wasIgnored = `SELECT 1 FROM watched_file i WHERE i.sha256 = f.sha256 AND i.state = 'ignored'`;

const put = `INSERT INTO watched_file (name, bytes, modified_ms, sha256, state) VALUES (@name, @bytes, @modifiedMs, @sha256, @state)
  ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, modified_ms = excluded.modified_ms, sha256 = excluded.sha256,
    state = CASE WHEN state = 'ignored' AND sha256 = excluded.sha256 THEN 'ignored' ELSE excluded.state END`;

export class WatchRepository implements WatchStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  folder(): string | null {
    return (this.#db.prepare('SELECT path FROM watched_folder').pluck().get() as string | undefined) ?? null;
  }

  async setFolder(path: string | null, present: readonly FoundFile[]): Promise<void> {
    await writeWhenFree(this.#db, () => {
      this.#db.exec('DELETE FROM watched_folder; DELETE FROM watched_file');
      if (path === null) return;
      this.#db.prepare('INSERT INTO watched_folder (id, path) VALUES (1, ?)').run(path);
      const insert = this.#db.prepare(put);
      for (const file of present) insert.run({ ...file, sha256: null, state: 'old' });
    });
  }

  known(): Map<string, KnownFile> {
    const records = this.#db.prepare<[], FileRecord>('SELECT name, bytes, modified_ms, sha256 FROM watched_file').all();
    return new Map(records.map((record) => [record.name, toKnown(record)]));
  }

  async remember(file: KnownFile): Promise<void> {
    await writeWhenFree(this.#db, () => this.#db.prepare(put).run({ ...file, state: 'new' }));
  }

  offered(): (KnownFile & { sha256: string })[] {
    return this.#db
      .prepare<[], FileRecord & { sha256: string }>(
        `SELECT name, bytes, modified_ms, sha256 FROM watched_file f
         WHERE state = 'new' AND NOT EXISTS (${wasImported}) AND NOT EXISTS (${wasIgnored})`,
      )
      .all()
      .map(toKnown);
  }

  quiet(): Set<string> {
    return new Set(
      this.#db.prepare<[], string>(`SELECT name FROM watched_file WHERE state IN ('old', 'ignored')`).pluck().all(),
    );
  }

  async ignore(sha256s: readonly string[]): Promise<void> {
    await writeWhenFree(this.#db, () => {
      const ignore = this.#db.prepare(`UPDATE watched_file SET state = 'ignored' WHERE sha256 = ?`);
      for (const sha256 of sha256s) ignore.run(sha256);
    });
  }

  async forgetQuiet(): Promise<void> {
    await writeWhenFree(this.#db, () => this.#db.exec(`DELETE FROM watched_file WHERE state IN ('old', 'ignored')`));
  }
}
