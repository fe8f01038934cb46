import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { assertNodeCanLoadSqlite } from '../node-api.ts';
import { migrate } from './migrate.ts';
import { asSqliteError } from './sqlite-errors.ts';
import { indexedText } from './search-text.ts';

/**
 * Pages the write-ahead log may hold before a connection that must not be stopped folds it back. By default whoever commits
 * folds it after 1,000 pages; behind an import that is 80 MB and a second in which the windows get no answer.
 */
export const patientCheckpointPages = 20_000;

export type Connection = Database.Database;
export type Statement<Values extends unknown[], Row> = Database.Statement<Values, Row>;

function configure(db: Connection): void {
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = ON');
  db.pragma('synchronous = NORMAL');
  // Two connections of one process write (engine and job worker); waiting is done without blocking a thread, see write-when-free.
  db.pragma('busy_timeout = 0');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  db.function('search_text', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? indexedText(text) : '',
  );
}

interface Options {
  migrate: boolean;
  now: () => Date;
  patient?: boolean;
  onUpgrade?: () => void;
}

/**
 * Opens the catalog database, creating it and bringing it up to date as needed.
 * @param options.migrate only the first connection of a process migrates; later ones find the work done
 * @param options.patient leaves folding the log to others, see {@link patientCheckpointPages}
 * @param options.onUpgrade told before a database of an earlier version is backed up and changed
 * @throws AppError `DB_FROM_FUTURE`, `MIGRATION_FAILED`, `DB_CORRUPT`, `DB_READONLY`, `DISK_FULL`
 */
export function openDatabase(path: string, options: Options): Connection {
  assertNodeCanLoadSqlite();
  try {
    mkdirSync(dirname(path), { recursive: true });
    const isNew = !existsSync(path);
    const db = new Database(path);
    try {
      // Before anything else may write to the file: a newer program's data is left exactly as it is.
      if (options.migrate) migrate(db, { path, isNew, now: options.now, configure, onUpgrade: options.onUpgrade });
      else configure(db);
    } catch (error) {
      db.close();
      throw error;
    }
    if (options.patient === true) db.pragma(`wal_autocheckpoint = ${patientCheckpointPages}`);
    return db;
  } catch (error) {
    throw asSqliteError(error);
  }
}
