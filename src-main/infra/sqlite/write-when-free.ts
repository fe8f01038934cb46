import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './open-database.ts';
import { asSqliteError, isBusy, isFull } from './sqlite-errors.ts';

const retryEveryMs = 15;
const giveUpAfterMs = 60_000;

/**
 * Runs `work` in one immediate transaction, waiting without blocking the thread while another connection writes (an
 * import's merge may hold the lock for seconds).
 * @throws AppError `DB_BUSY` after a minute, `DISK_FULL` … as SQLite reports
 */
export async function writeWhenFree<T>(db: Connection, work: () => T): Promise<T> {
  const transaction = db.transaction(work);
  const deadline = Date.now() + giveUpAfterMs;
  for (;;) {
    try {
      return transaction.immediate();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw asSqliteError(error);
      await sleep(retryEveryMs);
    }
  }
}

/** Between writes of one long work: whoever waits in {@link writeWhenFree} looks in meanwhile. */
export const letOthersWrite = (): Promise<void> => sleep(retryEveryMs + 5);

/**
 * Keeps what was worked out anyway, in one transaction, or not at all when another connection is writing or the disk
 * is full: a number that cannot be kept can still be shown. @returns whether it was kept
 */
export function writeNowOrNever(db: Connection, work: () => void): boolean {
  try {
    db.transaction(work).immediate();
    return true;
  } catch (error) {
    if (isBusy(error) || isFull(error)) return false;
    throw asSqliteError(error);
  }
}

/** Like {@link writeWhenFree}, for a transaction that stays open while `work` awaits. No other write may use `db` meanwhile. */
export async function longWriteWhenFree<T>(db: Connection, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + giveUpAfterMs;
  for (;;) {
    try {
      db.exec('BEGIN IMMEDIATE');
      break;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw asSqliteError(error);
      await sleep(retryEveryMs);
    }
  }
  try {
    const result = await work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw asSqliteError(error);
  }
}
