import type { NewBatch, RejectedRow, StagedRow } from '#app/ports/import-store';
import type { ErrorData } from '#contract/errors';
import type { RowIssue } from '#domain/catalog/imported-row';
import type { Connection } from '../open-database.ts';
import { productColumnNames, productColumns } from '../product-columns.ts';
import { writeWhenFree } from '../write-when-free.ts';

/** Writes batches, their rows, issues and rejected cells: everything before the catalog is touched. */
export class ImportStaging {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
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

  stage(
    batchId: number,
    rows: readonly StagedRow[],
    issues: readonly RowIssue[],
    rejects: readonly RejectedRow[],
  ): Promise<void> {
    return writeWhenFree(this.#db, () => {
      this.#insertRows(batchId, rows);
      this.#insertIssues(batchId, issues);
      const reject = this.#db.prepare('INSERT INTO import_reject (batch_id, line, cells_json) VALUES (?, ?, ?)');
      for (const { line, cells } of rejects) reject.run(batchId, line, JSON.stringify(cells));
    });
  }

  discard(batchId: number, state: 'cancelled' | 'failed', error: ErrorData | null): Promise<void> {
    const db = this.#db;
    return writeWhenFree(db, () => {
      db.prepare('DELETE FROM import_row WHERE batch_id = ?').run(batchId);
      db.prepare('DELETE FROM import_issue WHERE batch_id = ?').run(batchId);
      db.prepare('DELETE FROM import_reject WHERE batch_id = ?').run(batchId);
      db.prepare('UPDATE import_batch SET state = ?, error_json = ?, finished_at = ? WHERE id = ?').run(
        state,
        error ? JSON.stringify(error) : null,
        this.#now().toISOString(),
        batchId,
      );
    });
  }

  #insertRows(batchId: number, rows: readonly StagedRow[]): void {
    const insert = this.#db.prepare(
      `INSERT INTO import_row (batch_id, line, market, item_key, ${productColumnNames.join(', ')}, links_json, extra_json)
       VALUES (?, ?, ?, ?, ${productColumnNames.map(() => '?').join(', ')}, ?, ?)`,
    );
    for (const { line, product, links, extra } of rows) {
      const values = productColumns.map(({ field }) => product[field]);
      const extraJson = Object.keys(extra).length > 0 ? JSON.stringify(extra) : null;
      insert.run(batchId, line, product.market, product.itemKey, ...values, JSON.stringify(links), extraJson);
    }
  }

  #insertIssues(batchId: number, issues: readonly RowIssue[]): void {
    const insert = this.#db.prepare(
      'INSERT INTO import_issue (batch_id, line, column_name, code, effect, value, params_json) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    for (const issue of issues) {
      const params = issue.params ? JSON.stringify(issue.params) : null;
      insert.run(batchId, issue.line, issue.column, issue.code, issue.effect, issue.value, params);
    }
  }
}
