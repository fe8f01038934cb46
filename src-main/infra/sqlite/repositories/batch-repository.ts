import type { RejectedRowReport } from '#app/ports/rejected-rows';
import { AppError, type ErrorData } from '#contract/errors';
import type { ImportBatchRow, ImportIssueRow } from '#contract/import';
import type { Connection } from '../open-database.ts';

interface BatchRecord {
  id: number;
  file_name: string;
  origin: ImportBatchRow['origin'];
  container: string;
  encoding: string | null;
  layout: string | null;
  header_row: number | null;
  data_date: string;
  state: ImportBatchRow['state'];
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  issues: number;
  error_json: string | null;
  started_at: string;
  finished_at: string | null;
  undone_at: string | null;
}

interface IssueRecord {
  line: number;
  column_name: string;
  code: string;
  effect: ImportIssueRow['effect'];
  value: string;
  params_json: string | null;
}

export interface IssueFilter {
  batchId: number;
  code?: string | undefined;
  effect?: ImportIssueRow['effect'] | undefined;
}

const batchColumns = `b.id, b.file_name, b.origin, b.container, b.encoding, b.layout, b.header_row, b.data_date, b.state, b.rows,
  b.created, b.updated, b.unchanged, b.rejected, b.error_json, b.started_at, b.finished_at, b.undone_at,
  (SELECT count(*) FROM import_issue i WHERE i.batch_id = b.id) AS issues`;

function toBatch(record: BatchRecord): ImportBatchRow {
  return {
    id: record.id,
    fileName: record.file_name,
    origin: record.origin,
    format: {
      container: record.container,
      encoding: record.encoding,
      layout: record.layout,
      headerRow: record.header_row ?? 0,
    },
    dataDate: record.data_date,
    state: record.state,
    rows: record.rows,
    created: record.created,
    updated: record.updated,
    unchanged: record.unchanged,
    rejected: record.rejected,
    issues: record.issues,
    error: record.error_json === null ? null : (JSON.parse(record.error_json) as ErrorData),
    startedAt: record.started_at,
    finishedAt: record.finished_at,
    undoneAt: record.undone_at,
  };
}

function toIssue(record: IssueRecord): ImportIssueRow {
  return {
    line: record.line,
    column: record.column_name,
    code: record.code,
    effect: record.effect,
    value: record.value,
    params: record.params_json === null ? {} : (JSON.parse(record.params_json) as Record<string, string | number>),
  };
}

const issueWhere = 'batch_id = @batchId AND (@code IS NULL OR code = @code) AND (@effect IS NULL OR effect = @effect)';

/** Reads imports and their remarks. */
export class BatchRepository {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Newest first. */
  page(offset: number, limit: number): { total: number; items: ImportBatchRow[] } {
    const records = this.#db
      .prepare<[number, number], BatchRecord>(
        `SELECT ${batchColumns} FROM import_batch b WHERE b.state <> 'staging' ORDER BY b.id DESC LIMIT ? OFFSET ?`,
      )
      .all(limit, offset);
    const total = Number(this.#db.prepare(`SELECT count(*) FROM import_batch WHERE state <> 'staging'`).pluck().get());
    return { total, items: records.map(toBatch) };
  }

  /** @throws AppError `NOT_FOUND` */
  byId(id: number): ImportBatchRow {
    const record = this.#db
      .prepare<[number], BatchRecord>(`SELECT ${batchColumns} FROM import_batch b WHERE b.id = ?`)
      .get(id);
    if (!record) throw new AppError('NOT_FOUND', `no batch ${id}`, { params: { detail: '导入记录' } });
    return toBatch(record);
  }

  /** In the order of the file. */
  issues(filter: IssueFilter, offset: number, limit: number): { total: number; items: ImportIssueRow[] } {
    const values = { batchId: filter.batchId, code: filter.code ?? null, effect: filter.effect ?? null };
    const records = this.#db
      .prepare<unknown[], IssueRecord>(
        `SELECT line, column_name, code, effect, value, params_json FROM import_issue WHERE ${issueWhere}
         ORDER BY line, id LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, offset, limit });
    const total = Number(this.#db.prepare(`SELECT count(*) FROM import_issue WHERE ${issueWhere}`).pluck().get(values));
    const items = records.map(toIssue);
    return { total, items };
  }

  issueGroups(batchId: number): { code: string; effect: ImportIssueRow['effect']; column: string; issues: number }[] {
    return this.#db
      .prepare<[number], { code: string; effect: ImportIssueRow['effect']; column: string; issues: number }>(
        `SELECT code, effect, column_name AS "column", count(*) AS issues FROM import_issue WHERE batch_id = ?
         GROUP BY code, effect, column_name ORDER BY effect, issues DESC, code`,
      )
      .all(batchId);
  }

  /** Headers of the file, as written. */
  headers(batchId: number): string[] {
    const json = this.#db.prepare('SELECT headers_json FROM import_batch WHERE id = ?').pluck().get(batchId);
    return typeof json === 'string' ? (JSON.parse(json) as string[]) : [];
  }

  /** Rejected rows below a line of the file, with what was said about them, in the order of the file. */
  rejectedRows(batchId: number, belowLine: number, limit: number): RejectedRowReport[] {
    const rows = this.#db
      .prepare<[number, number, number], { line: number; cells_json: string }>(
        'SELECT line, cells_json FROM import_reject WHERE batch_id = ? AND line > ? ORDER BY line LIMIT ?',
      )
      .all(batchId, belowLine, limit);
    const last = rows.at(-1)?.line ?? belowLine;
    const issues = new Map<number, ImportIssueRow[]>();
    const records = this.#db
      .prepare<[number, number, number], IssueRecord>(
        `SELECT line, column_name, code, effect, value, params_json FROM import_issue
         WHERE batch_id = ? AND line > ? AND line <= ? AND effect IN ('rejected', 'dropped') ORDER BY line, id`,
      )
      .all(batchId, belowLine, last);
    for (const record of records) issues.set(record.line, [...(issues.get(record.line) ?? []), toIssue(record)]);
    return rows.map(({ line, cells_json }) => ({
      line,
      cells: JSON.parse(cells_json) as string[],
      issues: issues.get(line) ?? [],
    }));
  }
}
