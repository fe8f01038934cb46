import type { ImportIssueCode } from '#contract/messages/import-messages';
import type { ImportedProduct, ImportedRow } from '../catalog/imported-row.ts';
import { checkAmounts } from './check-amounts.ts';
import { isExcelError, tidyCell } from './cells/tidy-cell.ts';
import { withoutReferences, withoutTags } from './cells/plain-text.ts';
import { columnName } from './column-name.ts';
import { NonProductRows } from './non-product-row.ts';
import type { CellFlaw, RawRow } from './raw-row.ts';
import { readCommission } from './read-commission.ts';
import { readCoupon } from './read-coupon.ts';
import { type Identity, readIdentity } from './read-identity.ts';
import { readLinks } from './read-links.ts';
import { reasonColumns } from './reason-column.ts';
import { readFinalPrice, readPrice } from './read-price.ts';
import { readAddress, readCount, readText } from './read-values.ts';
import { type CompiledPlan, compilePlan, RowContext, type RowPlan } from './row-context.ts';
import { rejectMovedCells, rejectShiftedCells } from './shifted-row.ts';
import type { TargetField } from './target-fields.ts';

export type { RowPlan } from './row-context.ts';
export type RowParser = (row: RawRow) => ImportedRow;

/** Columns that are read but can lose out to others, so they stay visible as raw data. */
const keptVisible: readonly TargetField[] = [
  'activityState',
  'activityCommissionRate',
  'activityCommission',
  'activityStart',
  'activityEnd',
];

function readName(context: RowContext, field: 'title' | 'shortTitle'): string | null {
  const text = readText(context, field);
  return text && (withoutTags(text).trim() || null);
}

function readTitle(context: RowContext): string | null {
  const title = readName(context, 'title');
  if (title !== null && !isExcelError(title)) return title;
  const short = readName(context, 'shortTitle');
  if (short === null) context.report('title-missing', 'rejected', 'title');
  else context.report('title-from-short', 'repaired', 'shortTitle');
  return short;
}

function readProduct(context: RowContext, identity: Identity): ImportedProduct {
  const title = readTitle(context);
  const shortTitle = readName(context, 'shortTitle');
  const imageUrl = readAddress(context, 'image');
  const category = readText(context, 'category');
  const shop = readText(context, 'shop');
  const seller = readText(context, 'seller');
  const brand = readText(context, 'brand');
  const priceFen = readPrice(context);
  const statedFinalPriceFen = readFinalPrice(context);
  const coupon = readCoupon(context);
  const commission = readCommission(context);
  // Named one by one: an object put together by spreading costs more than reading its cells.
  const product: ImportedProduct = {
    market: identity.market,
    itemId: identity.itemId,
    itemKey: identity.itemKey,
    platform: identity.platform,
    title,
    shortTitle,
    imageUrl,
    detailUrl: identity.detailUrl,
    category,
    shop,
    seller,
    brand,
    priceFen,
    statedFinalPriceFen,
    couponState: coupon.couponState,
    couponText: coupon.couponText,
    couponFaceFen: coupon.couponFaceFen,
    couponThresholdFen: coupon.couponThresholdFen,
    couponStartsOn: coupon.couponStartsOn,
    couponEndsOn: coupon.couponEndsOn,
    couponLeft: coupon.couponLeft,
    couponTotal: coupon.couponTotal,
    couponActivityId: coupon.couponActivityId,
    commissionRateBp: commission.commissionRateBp,
    commissionFen: commission.commissionFen,
    monthlySales: readCount(context, 'sales'),
    recommendText: withoutReferences(context.value('recommendText')) || null,
  };
  if (!context.rejected) checkAmounts(context, product);
  return product;
}

const flawIssues: Record<CellFlaw['kind'], [ImportIssueCode, 'dropped' | 'repaired' | 'note']> = {
  'too-long': ['cell-too-long', 'dropped'],
  unfinished: ['cell-unfinished', 'dropped'],
  uncalculated: ['cell-uncalculated', 'dropped'],
  nul: ['nul-removed', 'repaired'],
  undecodable: ['undecodable', 'note'],
  'too-many-cells': ['too-many-cells', 'note'],
};

/** The row with cut cells emptied: the beginning of a value would look like a whole one. */
export function withoutCutCells(row: RawRow): RawRow {
  const cut = row.flaws?.filter(({ kind }) => kind === 'too-long' || kind === 'unfinished').map(({ column }) => column);
  if (!cut || cut.length === 0) return row;
  return { ...row, cells: row.cells.map((cell, column) => (cut.includes(column) ? '' : cell)) };
}

function reportFlaws(context: RowContext, flaws: readonly CellFlaw[]): void {
  for (const { column, kind } of flaws) {
    const [code, effect] = flawIssues[kind];
    context.reportCell(code, effect, column);
  }
}

/** Names under which cells without a field are kept; equal headers are told apart, empty ones named by their place. */
function extraNames(plan: CompiledPlan): { column: number; name: string }[] {
  const taken = new Set<number>(Object.values(plan.mapping.columns));
  for (const field of keptVisible) taken.delete(plan.columnOf[field]);
  const seen = new Map<string, number>();
  return plan.headers.flatMap((header, column) => {
    if (taken.has(column) || column < reasonColumns(plan.headers)) return [];
    const base = header.trim() || columnName(column);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return [{ column, name: count === 1 ? base : `${base} (${count})` }];
  });
}

function readExtra(
  names: readonly { column: number; name: string }[],
  row: RawRow,
  width: number,
): Record<string, string> {
  const entries: [string, string][] = [];
  const keep = (name: string, cell: string | undefined) => {
    const text = cell === undefined || cell === '' ? '' : tidyCell(cell);
    if (text !== '') entries.push([name, text]);
  };
  for (const { column, name } of names) keep(name, row.cells[column]);
  for (let column = width; column < row.cells.length; column += 1) keep(columnName(column), row.cells[column]);
  // fromEntries also keeps a column that is called __proto__.
  return Object.fromEntries(entries);
}

/**
 * Compiles a plan into a function that reads the rows of a table in order. A row means the same whatever came before it,
 * but for rows under a header with other columns: they are not read by this table's header. Every row yields a product,
 * or says by a `rejected` or `skipped` issue why there is none.
 */
export function compileRowParser(plan: RowPlan): RowParser {
  const compiled = compilePlan(plan);
  const extras = extraNames(compiled);
  const nonProducts = new NonProductRows();

  return (raw) => {
    const row = withoutCutCells(raw);
    const context = new RowContext(compiled, row, raw);
    const result: ImportedRow = {
      line: row.line,
      product: null,
      links: [],
      issues: context.issues,
      extra: readExtra(extras, row, compiled.headers.length),
    };
    if (nonProducts.report(context)) return result;
    if (rejectMovedCells(context)) return result;
    if (row.flaws) reportFlaws(context, row.flaws);
    const identity = readIdentity(context);
    const product = readProduct(context, identity ?? unidentified);
    if (identity === null || context.rejected) return result;
    const links = readLinks(context, identity.detailUrl);
    return rejectShiftedCells(context) ? result : { ...result, product, links };
  };
}

/** Stands in while the rest of a row without id is read, so that all its faults are reported at once. */
const unidentified: Identity = { market: 'taobao', itemId: '', itemKey: '', platform: null, detailUrl: null };
