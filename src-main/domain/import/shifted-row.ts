import type { ImportIssueCode } from '#contract/messages/import-messages';
import type { RowContext } from './row-context.ts';
import type { TargetField } from './target-fields.ts';

/** Columns with a value in every row of a real file: a row that ends before one of them has lost its end. */
const alwaysFilled: readonly TargetField[] = ['itemId', 'title', 'price', 'commissionRate', 'commission'];

/** Rejects a row of a text file whose cells have moved or are missing; true when it did. */
export function rejectMovedCells(context: RowContext): boolean {
  const { plan, row } = context;
  if (!(plan.delimited || plan.handedBack) || row.cells.length === plan.headers.length) return false;
  const counts = { cells: row.cells.length, columns: plan.headers.length };
  if (row.cells.length > plan.headers.length) {
    if (row.cells.slice(plan.headers.length).every((cell) => cell.trim() === '')) return false;
    context.report('row-long', 'rejected', null, counts);
    return true;
  }
  // Workbooks leave empty cells at the end of a row out.
  if (!plan.delimited) return false;
  const lost = alwaysFilled.find((field) => plan.columnOf[field] >= row.cells.length);
  if (lost === undefined) return false;
  context.report('row-cut', 'rejected', null, { ...counts, column: plan.headers[row.cells.length] ?? '' });
  return true;
}

/** A cell does not hold what its column does. */
const misfits: ReadonlySet<string> = new Set<ImportIssueCode>([
  'money-unreadable',
  'rate-unreadable',
  'rate-out-of-range',
  'number-unreadable',
  'date-unreadable',
  'platform-unknown',
  'link-unreadable',
  'coupon-id-unreadable',
  'coupon-unread',
]);

/** Unreadable where it stands, and plainly an address, a day or a number: it belongs to another column. */
const belongsElsewhere = /^(?:https?:)?\/\/|^\d{4}[-/]\d{1,2}[-/]\d{1,2}|^\d+(?:\.\d+)?$/;

const enoughMisfits = 2;

/**
 * Rejects a row of a text file whose cells have moved by a lost separator or a surplus one: its length differs from the
 * header's, which empty cells at the end also make, and cells hold what belongs to other columns. Its price would be some
 * other number. True when it did.
 */
export function rejectShiftedCells(context: RowContext): boolean {
  const { plan, row, issues } = context;
  if (!plan.delimited || row.cells.length === plan.headers.length) return false;
  const odd = issues.filter(({ code }) => misfits.has(code));
  if (odd.length < enoughMisfits || !odd.some(({ value }) => belongsElsewhere.test(value.trim()))) return false;
  const code = row.cells.length < plan.headers.length ? 'row-short' : 'row-long';
  context.report(code, 'rejected', null, { cells: row.cells.length, columns: plan.headers.length });
  return true;
}
