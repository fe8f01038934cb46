import { scaledDecimal } from './cells/decimal.ts';
import { parseMoneyFen } from './cells/money.ts';
import { tidyCell } from './cells/tidy-cell.ts';
import { unitInHeader } from './header-name.ts';
import {
  isMoneyField,
  isRateField,
  type MoneyUnit,
  type RateField,
  type RateUnit,
  type TargetField,
} from './target-fields.ts';

/** `header`: the header says so; `cross-check`: price × rate = commission only this way; `values`: the sample only fits this. */
export type UnitReason = 'header' | 'cross-check' | 'values' | 'default';

export interface UnitChoice {
  field: TargetField;
  unit: MoneyUnit | RateUnit;
  reason: UnitReason;
}

type Rows = readonly (readonly string[])[];
type Columns = Partial<Record<TargetField, number>>;

const amountOf: Record<RateField, TargetField> = {
  commissionRate: 'commission',
  activityCommissionRate: 'activityCommission',
};

/** `commission / (price × number)` is 1/100, 1/10000 or 1 by scale; a coupon can halve it, not change its magnitude. */
const scales: readonly { unit: RateUnit; factor: number }[] = [
  { unit: 'percent', factor: 0.01 },
  { unit: 'hundredths', factor: 0.0001 },
  { unit: 'fraction', factor: 1 },
];

function cell(row: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : tidyCell(row[column] ?? '');
}

/** Ten-thousandths of the plain number in a cell, or null. */
function tenThousandths(text: string): number | null {
  return scaledDecimal(text, 4);
}

function unitByCrossCheck(field: RateField, rows: Rows, columns: Columns): RateUnit | null {
  const votes = new Map<RateUnit, number>();
  let counted = 0;
  for (const row of rows) {
    const rate = tenThousandths(cell(row, columns[field]));
    const price = parseMoneyFen(cell(row, columns.price));
    const commission = parseMoneyFen(cell(row, columns[amountOf[field]]));
    if (!rate || !price || !commission) continue;
    counted += 1;
    const ratio = commission / (price * (rate / 10_000));
    const scale = scales.find(({ factor }) => ratio > factor / 5 && ratio < factor * 2);
    if (scale) votes.set(scale.unit, (votes.get(scale.unit) ?? 0) + 1);
  }
  for (const [unit, count] of votes) if (count / counted >= 0.8) return unit;
  return null;
}

function unitByValues(field: RateField, rows: Rows, columns: Columns): RateUnit | null {
  const values = rows
    .map((row) => tenThousandths(cell(row, columns[field])))
    .filter((value): value is number => value !== null && value > 0);
  // A single one may be a slip, and would make all the others a hundred times smaller.
  if (values.filter((value) => value > 100 * 10_000).length * 2 > values.length) return 'hundredths';
  return values.length >= 5 && values.every((value) => value < 10_000) ? 'fraction' : null;
}

function rateChoice(field: RateField, header: string, rows: Rows, columns: Columns): UnitChoice {
  const checked = unitByCrossCheck(field, rows, columns);
  if (checked !== null) return { field, unit: checked, reason: 'cross-check' };
  const said = unitInHeader(header).rate;
  if (said !== undefined) return { field, unit: said, reason: 'header' };
  const valued = unitByValues(field, rows, columns);
  if (valued !== null) return { field, unit: valued, reason: 'values' };
  return { field, unit: 'percent', reason: 'default' };
}

/** The unit of every money and rate column of a mapping, with what it rests on. */
export function suggestUnits(headers: readonly string[], columns: Columns, rows: Rows): UnitChoice[] {
  return Object.entries(columns).flatMap(([name, column]): UnitChoice[] => {
    const field = name as TargetField;
    const header = headers[column] ?? '';
    if (isRateField(field)) return [rateChoice(field, header, rows, columns)];
    if (!isMoneyField(field)) return [];
    const unit = unitInHeader(header).money;
    return [{ field, unit: unit ?? 'yuan', reason: unit ? 'header' : 'default' }];
  });
}
