import type { Connection } from '../open-database.ts';
import { writeWhenFree } from '../write-when-free.ts';

/** Rows of one short transaction: others that write wait no longer than that. */
const rowsPerTurn = 2_000;

/** Batches that were cancelled or failed, and those of a program that was killed while it staged them. */
const abandoned = `(b.state IN ('cancelled', 'failed')
  OR (b.state = 'staging' AND b.job_id IN (SELECT id FROM job WHERE state NOT IN ('queued', 'running', 'paused'))))`;

const leftovers = [
  ['import_row', 'id'],
  ['import_issue', 'id'],
  ['import_reject', 'line'],
] as const;

/**
 * Deletes what batches staged that never became part of the catalog, a little at a time.
 * @param yieldTurn is awaited before each part: who waits to write gets a turn
 */
export async function sweepStaging(db: Connection, yieldTurn: () => Promise<void>): Promise<void> {
  for (const [table, key] of leftovers) {
    const next = db
      .prepare<[], number>(
        `SELECT b.id FROM import_batch b WHERE ${abandoned} AND EXISTS (SELECT 1 FROM ${table} WHERE batch_id = b.id) LIMIT 1`,
      )
      .pluck();
    const remove = db.prepare(
      `DELETE FROM ${table} WHERE batch_id = @batchId
         AND ${key} IN (SELECT ${key} FROM ${table} WHERE batch_id = @batchId LIMIT ${rowsPerTurn})`,
    );
    for (let batchId = next.get(); batchId !== undefined; batchId = next.get()) {
      const values = { batchId };
      await yieldTurn();
      await writeWhenFree(db, () => remove.run(values));
    }
  }
}
