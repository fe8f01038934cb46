import type { ImportIssueCode } from '#contract/messages/import-messages';
import { normalizeHeader } from './header-name.ts';
import { countKnownHeaders } from './recognise-table.ts';
import type { RowContext } from './row-context.ts';
import { fieldOfHeader } from './suggest-mapping.ts';

const summary =
  /^(?:合计|总计|小计|共计|汇总|累计|总和|平均[值价]?|本页合计|total|subtotal|grandtotal|sum)(?:$|[:：(（\d¥￥])/i;
const remark = /^(?:注|备注|说明|数据|导出|来源|更新|统计|以上|共\s*\d|第\s*\d+\s*页|※|\*|—|-{2,})/;

function repeatsHeader(context: RowContext): boolean {
  const { plan, row } = context;
  let same = 0;
  for (let column = 0; column < plan.headers.length; column += 1) {
    const cell = (row.cells[column] ?? '').trim();
    if (cell === '') continue;
    if (cell.length > 60 || normalizeHeader(cell) !== normalizeHeader(plan.headers[column] ?? '')) return false;
    same += 1;
  }
  return same >= 2;
}

/** A single name in another place may be a choice of words; two are another order of columns. */
const enoughMoved = 2;

/** Whether a header means other columns than the table's own: of files put one behind the other, each brings its header. */
function movesColumns({ plan, row }: RowContext): boolean {
  const moved = row.cells.filter((cell, column) => {
    const field = cell.length > 60 ? null : fieldOfHeader(cell);
    return field !== null && plan.columnOf[field] >= 0 && plan.columnOf[field] !== column;
  });
  return moved.length >= enoughMoved;
}

/** Whether a row names columns where the table has none. */
function addsColumns({ plan, row }: RowContext): boolean {
  return row.cells.slice(plan.headers.length).some((cell) => cell.length <= 60 && fieldOfHeader(cell) !== null);
}

function headerReason(context: RowContext): ImportIssueCode | null {
  const adds = addsColumns(context);
  if (!adds && repeatsHeader(context)) return 'repeated-header';
  if (countKnownHeaders(context.row.cells) < 3) return null;
  return adds || movesColumns(context) ? 'other-header' : 'repeated-header';
}

/**
 * Why a row without a usable item id is no product row at all, or null when it may be a damaged product row. Damaged rows
 * are rejected and counted; these are not.
 */
function nonProductReason(context: RowContext): ImportIssueCode | null {
  const { plan, row } = context;
  const filled = row.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ text: cell.trim(), column }]));
  if (filled.slice(0, 3).some(({ text }) => summary.test(text.replace(/\s/g, '')))) return 'summary-row';
  const [only] = filled;
  if (only && filled.length === 1 && plan.headers.length > 2 && !/^[\d.,+e]+$/i.test(only.text)) {
    if (remark.test(only.text) || (only.column === 0 && only.column !== plan.columnOf.title)) return 'remark-row';
  }
  return headerReason(context);
}

/** Cheap test before the costly one: rows with digits where the id belongs are product rows. */
function mayBeNoProduct(context: RowContext): boolean {
  const id = context.text('itemId');
  const first = id.charCodeAt(0);
  return id === '' || first < 48 || first > 57;
}

/** Finds the rows of a table that are no products of it, asked row by row in their order. */
export class NonProductRows {
  /** Row number of the header of another table whose rows are passing; 0 for none. */
  #otherHeader = 0;
  #isFirst = true;

  /** Reports why a row is no product row of this table; true when it is none. */
  report(context: RowContext): boolean {
    const reason = this.#reasonOf(context);
    if (reason === 'other-header') this.#otherHeader = context.row.line;
    else if (reason === 'repeated-header') this.#otherHeader = 0;
    if (reason !== null) context.report(reason, reason === 'other-header' ? 'rejected' : 'skipped', null);
    else if (this.#otherHeader > 0) context.report('other-table-row', 'rejected', null, { header: this.#otherHeader });
    return reason !== null || this.#otherHeader > 0;
  }

  /** Right below the header, a second one says the same in other words; among rows handed back it heads those below it. */
  #reasonOf(context: RowContext): ImportIssueCode | null {
    const reason = mayBeNoProduct(context) ? nonProductReason(context) : null;
    const saysTheSame = this.#isFirst && !context.plan.handedBack;
    this.#isFirst = false;
    return reason === 'other-header' && saysTheSame ? 'repeated-header' : reason;
  }
}
