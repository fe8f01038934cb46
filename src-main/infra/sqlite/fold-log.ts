import { AppError } from '#contract/errors';
import type { Connection } from './open-database.ts';
import { asSqliteError } from './sqlite-errors.ts';

/**
 * Folds the write-ahead log back on this connection. What is left of it would be folded by whoever writes next, which is
 * the thread that answers the pages. Where it cannot be done, as on a full disk, it is left to them: what became of the
 * work before it is what has to be told.
 */
export function foldLog(db: Pick<Connection, 'pragma'>): void {
  try {
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch (error) {
    if (!(asSqliteError(error) instanceof AppError)) throw error;
  }
}
