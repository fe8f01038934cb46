import type { ImportIssueRow, RejectFormat } from '#contract/import';

/** A row that was not imported, as it stood in the file, with the remarks that speak against it. */
export interface RejectedRowReport {
  /** Row number in the file as Excel shows it. */
  line: number;
  cells: readonly string[];
  issues: readonly ImportIssueRow[];
}

export interface RejectedRowReader {
  /** Headers of the file, as written. */
  headers(batchId: number): string[];
  /** Those below a line of the file, in its order. */
  rejectedRows(batchId: number, belowLine: number, limit: number): RejectedRowReport[];
}

export interface WrittenRow {
  cells: readonly string[];
  /** 0-based columns that stand out. */
  marked: readonly number[];
}

/**
 * Writes a table for people to edit and for this program to read again. Cells are text, whatever they look like: none
 * becomes a formula, a date or a rounded number.
 */
export interface TableWriter {
  /**
   * All or nothing; what was at the path is replaced.
   * @throws AppError `DISK_FULL`, `IO`, `CANCELLED`
   */
  write(
    target: { path: string; format: RejectFormat },
    headers: readonly string[],
    rows: AsyncIterable<readonly WrittenRow[]>,
  ): Promise<void>;
}
