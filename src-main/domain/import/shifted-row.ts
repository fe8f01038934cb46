import type { ImportIssueCode } from '#contract/messages/import-messages';
import type { RowContext } from './row-context.ts';

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
