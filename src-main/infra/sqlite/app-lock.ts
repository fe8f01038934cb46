import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#contract/errors';
import { assertNodeCanLoadSqlite } from '../node-api.ts';
import { asSqliteError, isBusy } from './sqlite-errors.ts';

export interface LockHolder {
  pid: number;
  host: string;
  /** ISO time */
  since: string;
}

function describe(file: string): string {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
    return `${holder.host}, pid ${holder.pid}, ${holder.since}`;
  } catch {
    return '?';
  }
}

/**
 * Makes this process the only user of a data folder, across all hosts. Held as an exclusive SQLite lock, which the
 * operating system frees when the process ends, however it ends.
 * @returns a function that gives the lock back
 * @throws AppError `APP_LOCKED` naming the holder
 */
export function takeAppLock(dataDir: string, holder: LockHolder): () => void {
  assertNodeCanLoadSqlite();
  const infoFile = join(dataDir, 'lock.json');
  let db: Database.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    db = new Database(join(dataDir, 'lock.db'), { timeout: 0 });
    db.pragma('journal_mode = DELETE');
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (!isBusy(error)) throw asSqliteError(error);
    const by = describe(infoFile);
    throw new AppError('APP_LOCKED', `data folder is in use by ${by}`, { params: { holder: by } });
  }
  const held = db;
  writeFileSync(infoFile, JSON.stringify(holder));
  return () => held.close();
}
