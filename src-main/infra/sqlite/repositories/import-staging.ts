import { setTimeout as sleep } from 'node:timers/promises';
import type { NewBatch, RowBlock } from '#app/ports/import-store';
import type { ErrorData } from '#contract/errors';
import type { RowIssue } from '#domain/catalog/imported-row';
import { insertMany, insertPacked } from '../insert-many.ts';
import type { Connection } from '../open-database.ts';
import { StatementCache } from '../statement-cache.ts';
import { letOthersWrite, longWriteWhenFree, writeWhenFree } from '../write-when-free.ts';
import { packedColumns } from './packed-rows.ts';

const issueColumns = ['batch_id', 'line', 'column_name', 'code', 'effect', 'value', 'params_json'];
const rejectColumns = ['batch_id', 'line', 'cells_json'];

/**
 * How long rows are written before others may write. Item ids come in no order, so a thousand rows change nearly every page
 * of their index: committed one thousand after the other, a list of 200,000 wrote those pages five times as often.
 */
const longestWriteMs = 300;

/** Writes batches, their rows, issues and rejected cells: everything before the catalog is touched. */
export class ImportStaging {
  readonly #db: Connection;
  readonly #statements: StatementCache;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#statements = new StatementCache(db);
    this.#now = now;
  }

  createBatch(batch: NewBatch): Promise<number> {
    const insert = this.#db.prepare(
      `INSERT INTO import_batch (job_id, origin, file_name, file_sha256, file_bytes, plan_json, container, encoding, layout,
         header_row, headers_json, data_date, state, started_at)
       VALUES (@jobId, @origin, @fileName, @fileSha256, @fileBytes, @planJson, @container, @encoding, @layout,
         @headerRow, @headersJson, @dataDate, 'staging', @startedAt)`,
    );
    const { headers, ...values } = batch;
    const row = { ...values, headersJson: JSON.stringify(headers), startedAt: this.#now().toISOString() };
    return writeWhenFree(this.#db, () => Number(insert.run(row).lastInsertRowid));
  }

  findSameRows(fileSha256: string, planJson: string): number | null {
    const found = this.#db
      .prepare(
        `SELECT coalesce(rows_of_batch, id) FROM import_batch
         WHERE file_sha256 = ? AND plan_json = ? AND state = 'merged' ORDER BY id DESC LIMIT 1`,
      )
      .pluck()
      .get(fileSha256, planJson);
    return typeof found === 'number' ? found : null;
  }

  /** Rows, issues and rejects of an identical file are shared instead of being read and stored again. */
  shareRows(batchId: number, rowsOfBatch: number): Promise<void> {
    const db = this.#db;
    return writeWhenFree(db, () => {
      db.prepare('UPDATE import_batch SET rows_of_batch = ? WHERE id = ?').run(rowsOfBatch, batchId);
      db.prepare(
        `INSERT INTO import_issue (batch_id, line, column_name, code, effect, value, params_json)
         SELECT ?, line, column_name, code, effect, value, params_json FROM import_issue WHERE batch_id = ? ORDER BY id`,
      ).run(batchId, rowsOfBatch);
      db.prepare(
        'INSERT INTO import_reject (batch_id, line, cells_json) SELECT ?, line, cells_json FROM import_reject WHERE batch_id = ?',
      ).run(batchId, rowsOfBatch);
    });
  }

  async stage(
    batchId: number,
    blocks: AsyncIterable<RowBlock>,
    afterEach: (block: RowBlock) => Promise<void>,
  ): Promise<void> {
    const rest = blocks[Symbol.asyncIterator]();
    let coming = rest.next();
    try {
      let taken = await coming;
      while (taken.done !== true) {
        let block = taken.value;
        await longWriteWhenFree(this.#db, async () => {
          const until = performance.now() + longestWriteMs;
          for (;;) {
            this.#insert(batchId, block);
            await afterEach(block);
            coming = rest.next();
            const left = until - performance.now();
            // A file on a network drive may stall: nobody is to wait for it in order to write.
            const next = left > 0 ? await Promise.race([coming, sleep(left)]) : undefined;
            if (next === undefined || next.done === true) return;
            block = next.value;
          }
        });
        [taken] = await Promise.all([coming, letOthersWrite()]);
      }
    } finally {
      // When a commit fails, the next block is on its way still; what became of it is nobody's business any more.
      await Promise.allSettled([coming, rest.return?.()]);
    }
  }

  #insert(batchId: number, { staged, issues, rejects }: RowBlock): void {
    insertPacked(this.#statements, { table: 'import_row', columns: packedColumns }, staged.values);
    this.#insertIssues(batchId, issues);
    insertMany(this.#statements, { table: 'import_reject', columns: rejectColumns }, (insert) => {
      for (const { line, cells } of rejects) insert([batchId, line, JSON.stringify(cells)]);
    });
  }

  /** What the batch staged goes later, see `sweepStaging`: to delete it takes longer than anybody waits for a cancel. */
  discard(batchId: number, state: 'cancelled' | 'failed', error: ErrorData | null): Promise<void> {
    const db = this.#db;
    return writeWhenFree(db, () => {
      db.prepare('UPDATE import_batch SET state = ?, error_json = ?, finished_at = ? WHERE id = ?').run(
        state,
        error ? JSON.stringify(error) : null,
        this.#now().toISOString(),
        batchId,
      );
    });
  }

  #insertIssues(batchId: number, issues: readonly RowIssue[]): void {
    insertMany(this.#statements, { table: 'import_issue', columns: issueColumns }, (insert) => {
      for (const { line, column, code, effect, value, params } of issues)
        insert([batchId, line, column, code, effect, value, params ? JSON.stringify(params) : null]);
    });
  }
}
