import type { RejectedRowReader, RejectedRowReport, TableWriter, WrittenRow } from '#app/ports/rejected-rows';
import { AppError } from '#contract/errors';
import type { ImportIssueRow, RejectFormat } from '#contract/import';
import { describeImportIssue } from '#contract/messages/describe-import-issue';
import { fillMessage, type Locale } from '#contract/messages/format-message';
import { isImportIssueCode } from '#contract/messages/import-messages';
import { reasonColumns, reasonHeader } from '#domain/import/reason-column';

const rowsAtATime = 1_000;

const lineNote = { zh: '原文件第 {line} 行：', en: 'Row {line} of the file: ' };

export interface RejectsWish {
  batchId: number;
  path: string;
  format: RejectFormat;
  locale: Locale;
  signal: AbortSignal;
}

/**
 * Writes the rejected rows of an import with their headers and cells as they stood, the reasons in front. The file can
 * be repaired and imported: the reasons are not read, and mappings saved for the original headers apply.
 * @returns how many rows were written
 * @throws AppError `DISK_FULL`, `IO`, `CANCELLED`
 */
export async function exportRejects(
  deps: { batches: RejectedRowReader; writer: TableWriter },
  { batchId, path, format, locale, signal }: RejectsWish,
): Promise<number> {
  const headers = deps.batches.headers(batchId);
  const before = reasonColumns(headers);
  const data = headers.slice(before);
  let written = 0;
  async function* rows(): AsyncGenerator<WrittenRow[]> {
    for (let line = 0; ; ) {
      if (signal.aborted) throw new AppError('CANCELLED', 'rejects were not written');
      const page = deps.batches.rejectedRows(batchId, line, rowsAtATime);
      const last = page.at(-1);
      if (!last) return;
      yield page.map((row) => toRow(row, before, data, locale));
      line = last.line;
      written += page.length;
    }
  }
  await deps.writer.write({ path, format }, [reasonHeader, ...data], rows());
  return written;
}

function toRow(row: RejectedRowReport, before: number, headers: readonly string[], locale: Locale): WrittenRow {
  const reasons = row.issues.map((issue) => sentence(issue, locale)).join('\n');
  const columns = row.issues.map(({ column }) => headers.indexOf(column)).filter((column) => column >= 0);
  return {
    cells: [fillMessage(lineNote, { line: row.line }, locale) + reasons, ...row.cells.slice(before)],
    marked: columns.map((column) => column + 1),
  };
}

function sentence({ code, column, value, params }: ImportIssueRow, locale: Locale): string {
  if (!isImportIssueCode(code)) return code;
  const { message, advice } = describeImportIssue(code, { column, value, ...params }, locale);
  return message + advice;
}
