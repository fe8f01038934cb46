import type { ImportIssueCode } from '#contract/messages/import-messages';
import type { RowIssue, RowIssueEffect } from '../catalog/imported-row.ts';
import { isNoneWord, tidyCell } from './cells/tidy-cell.ts';
import { fieldOfHeader } from './suggest-mapping.ts';
import { startsWithReason } from './reason-column.ts';
import type { RawRow } from './raw-row.ts';
import type {
  ColumnMapping,
  LinkColumn,
  MoneyField,
  MoneyUnit,
  RateField,
  RateUnit,
  TargetField,
} from './target-fields.ts';
import { linkColumns, targetFields } from './target-fields.ts';

/** Everything needed to read the rows of one table. */
export interface RowPlan {
  /** Headers as written, one for every column of the table. */
  headers: readonly string[];
  mapping: ColumnMapping;
  /** Cells are separated by a character, so a lost or surplus one moves the rest of the row (text files). */
  delimited: boolean;
  /** `YYYY-MM-DD` in Shanghai; decides whether an activity commission applies. */
  today: string;
}

/** {@link RowPlan} with its look-ups done once for all rows. */
export interface CompiledPlan extends RowPlan {
  /** Field → column, -1 when the table has no such column. */
  columnOf: Readonly<Record<TargetField, number>>;
  /** Columns that another column was preferred to; the links in them count all the same. */
  moreLinks: readonly { field: LinkColumn; column: number }[];
  /** The table is one of rows handed back for repair. */
  handedBack: boolean;
  moneyUnit(field: MoneyField): MoneyUnit;
  rateUnit(field: RateField): RateUnit;
}

function moreLinkColumns({ headers, mapping }: RowPlan): CompiledPlan['moreLinks'] {
  const taken = new Set<number>(Object.values(mapping.columns));
  return headers.flatMap((header, column) => {
    const named = fieldOfHeader(header);
    const field = linkColumns.find((each) => each === named && mapping.columns[each] !== undefined);
    return field === undefined || taken.has(column) ? [] : [{ field, column }];
  });
}

export function compilePlan(plan: RowPlan): CompiledPlan {
  const columnOf = Object.fromEntries(
    targetFields.map((field) => [field, plan.mapping.columns[field] ?? -1]),
  ) as Record<TargetField, number>;
  const { units } = plan.mapping;
  return {
    ...plan,
    columnOf,
    moreLinks: moreLinkColumns(plan),
    handedBack: startsWithReason(plan.headers),
    moneyUnit: (field) => units[field] ?? 'yuan',
    rateUnit: (field) => units[field] ?? 'percent',
  };
}

const shownLength = 200;

/** A value as issues carry it: at most 200 characters. */
export function shorten(text: string): string {
  return text.length <= shownLength ? text : `${text.slice(0, shownLength - 1)}…`;
}

/** One row being read: its cells by field, and the remarks made on the way. */
export class RowContext {
  readonly plan: CompiledPlan;
  /** The row to read: without cells that were cut. */
  readonly row: RawRow;
  /** The row as it stands in the file, for remarks. */
  private readonly raw: RawRow;
  readonly issues: RowIssue[] = [];
  rejected = false;

  constructor(plan: CompiledPlan, row: RawRow, raw: RawRow) {
    this.plan = plan;
    this.row = row;
    this.raw = raw;
  }

  /** The tidied cell of a field; '' when the column or the cell is missing. */
  text(field: TargetField): string {
    return this.cell(this.plan.columnOf[field]);
  }

  /** The tidied cell of a column; '' when it is missing. */
  cell(column: number): string {
    if (column < 0) return '';
    const cell = this.row.cells[column];
    return cell === undefined || cell === '' ? '' : tidyCell(cell);
  }

  /** Like {@link text}, with the usual words for nothing (`-`, `无`, `null` …) read as ''. */
  value(field: TargetField): string {
    const text = this.text(field);
    return text !== '' && isNoneWord(text) ? '' : text;
  }

  header(field: TargetField): string {
    return this.plan.headers[this.plan.columnOf[field]] ?? '';
  }

  /** Adds a remark about a field's cell, or with null about the whole row. */
  report(
    code: ImportIssueCode,
    effect: RowIssueEffect,
    field: TargetField | null,
    params?: Record<string, string | number>,
  ): void {
    const column = field === null ? -1 : this.plan.columnOf[field];
    this.reportCell(code, effect, column, params);
  }

  /** Adds a remark about a column's cell; -1 speaks of the whole row. */
  reportCell(
    code: ImportIssueCode,
    effect: RowIssueEffect,
    column: number,
    params?: Record<string, string | number>,
  ): void {
    if (effect === 'rejected') this.rejected = true;
    this.issues.push({
      line: this.row.line,
      column: column < 0 ? '' : (this.plan.headers[column] ?? ''),
      code,
      effect,
      value: shorten(column < 0 ? this.raw.cells.slice(0, 50).join(',') : (this.raw.cells[column] ?? '')),
      ...(params ? { params } : {}),
    });
  }
}
