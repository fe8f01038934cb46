import { describeImportIssue } from '#contract/messages/describe-import-issue';
import type { Locale } from '#contract/messages/format-message';
import { isImportIssueCode } from '#contract/messages/import-messages';
import { isReasonHeader } from '#domain/import/header-name';

/** A row that was not imported, with its remarks, as the batch keeps it. */
export interface KeptReject {
  line: number;
  /** As the file held them; may be fewer or more than the headers. */
  cells: readonly string[];
  issues: readonly { code: string; column: string; value: string; params: Record<string, string | number> }[];
}

const reasonHeaders = { 'zh-CN': '原因', en: 'Reason' } as const satisfies Record<Locale, string>;

/** The headers of the file and, behind them, the reason; a file that came from here before gets it once. */
export function rejectHeaders(headers: readonly string[], locale: Locale): string[] {
  const own = isReasonHeader(headers.at(-1) ?? '') ? headers.slice(0, -1) : headers;
  return [...own, reasonHeaders[locale]];
}

/** What is wrong with a row and what to do, in words; says where it stood in the file it came from. */
function reasonOf({ line, issues }: KeptReject, locale: Locale): string {
  const at = locale === 'en' ? `Row ${line}: ` : `原第 ${line} 行：`;
  const sentences = issues.map(({ code, column, value, params }) => {
    if (!isImportIssueCode(code)) return code;
    const { message, advice } = describeImportIssue(code, { column, value, ...params }, locale);
    return `${message}${advice}`;
  });
  return at + sentences.join(locale === 'en' ? ' ' : '');
}

/**
 * One row of the table of what was not imported: the cells where they were, then the reason. Cells past the headers
 * follow behind it, so that nothing the file held is lost and no cell changes its column.
 * @param width number of columns before the reason
 */
export function rejectCells(row: KeptReject, width: number, locale: Locale): string[] {
  const cells = Array.from({ length: width }, (_, column) => row.cells[column] ?? '');
  return [...cells, reasonOf(row, locale), ...row.cells.slice(width)];
}
