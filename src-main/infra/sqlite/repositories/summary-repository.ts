import type { SummaryStore } from '#app/ports/dashboard-reader';
import type { Connection } from '../open-database.ts';
import { currentRevision } from '../revision.ts';
import { writeNowOrNever } from '../write-when-free.ts';

/** {@link SummaryStore} of one name. */
export function createSummaryRepository(db: Connection, name: string): SummaryStore {
  const read = db.prepare<[string], { key: string; value_json: string }>(
    'SELECT key, value_json FROM summary WHERE name = ?',
  );
  const write = db.prepare<[string, string, string]>(
    `INSERT INTO summary (name, key, value_json) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET key = excluded.key, value_json = excluded.value_json`,
  );
  return {
    revision: () => currentRevision(db),
    get(key) {
      const row = read.get(name);
      return row?.key === key ? (JSON.parse(row.value_json) as unknown) : null;
    },
    put(key, value) {
      // Not kept while something else writes: nobody who only wants to read waits for an import.
      writeNowOrNever(db, () => void write.run(name, key, JSON.stringify(value)));
    },
  };
}
