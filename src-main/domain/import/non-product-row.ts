import type { ImportIssueCode } from '#contract/messages/import-messages';
import { normalizeHeader } from './header-name.ts';
import { countKnownHeaders } from './recognise-table.ts';
import type { RowContext } from './row-context.ts';

const summary = /^(?:合计|总计|小计|共计|汇总|累计|总和|本页合计|total|subtotal|grandtotal|sum)(?:$|[:：(（\d¥￥])/i;
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

/**
 * Why a row without a usable item id is no product row at all, or null when it may be a damaged product row. Damaged rows
 * are rejected and counted; these are not.
 */
export function nonProductReason(context: RowContext): ImportIssueCode | null {
  const { plan, row } = context;
  const filled = row.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ text: cell.trim(), column }]));
  if (filled.slice(0, 3).some(({ text }) => summary.test(text.replace(/\s/g, '')))) return 'summary-row';
  const [only] = filled;
  if (only && filled.length === 1 && plan.headers.length > 2 && !/^[\d.,+e]+$/i.test(only.text)) {
    if (remark.test(only.text) || (only.column === 0 && only.column !== plan.columnOf.title)) return 'remark-row';
  }
  return repeatsHeader(context) || countKnownHeaders(row.cells) >= 3 ? 'repeated-header' : null;
}
