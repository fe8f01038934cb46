import { parseItemId } from './cells/item-id.ts';
import { readItemLink } from './cells/item-link.ts';
import { tidyCell } from './cells/tidy-cell.ts';
import { columnName } from './column-name.ts';
import { headerSignature } from './header-name.ts';
import type { OtherTable } from './other-tables.ts';
import type { RawRow } from './raw-row.ts';
import { reasonColumns } from './reason-column.ts';
import { countKnownHeaders, type RecognisedLayout, recogniseLayout, recogniseOtherTable } from './recognise-table.ts';
import { fieldOfHeader, type MappingSuggestion, suggestMapping } from './suggest-mapping.ts';

export type TableKind = 'products' | 'order-report' | 'other-known' | 'unknown';

export interface TableDescription {
  kind: TableKind;
  /** What kind of report it is when it holds no products. */
  otherTable: Pick<OtherTable, 'id' | 'name'> | null;
  layout: RecognisedLayout | null;
  /** Row number of the header as Excel shows it; 0 when the table has none and its columns are named by letter. */
  headerRow: number;
  /** One for every column; columns without a header are named by letter. */
  headers: string[];
  signature: string;
  suggestion: MappingSuggestion;
  /** The first rows below the header. */
  sampleRows: RawRow[];
  /** Rows above the header that hold products, as far as its columns tell. They are not read. */
  productsAbove: number;
  /** How many header names this program knows; tells which of several sheets is the one. */
  knownHeaders: number;
}

const longestHeader = 200;
/** Where a header of unknown names is looked for; one of known names may come later, below remarks. */
const headerSearchRows = 40;
const fewestKnownHeaders = 2;
const dataLike = /^[¥￥]?[\d.,]+%?$|:\/\/|^\/\/|^\d{4}[-/]\d/;

function filledCells(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

/** A row of short words above a row of data is a header, even when no word is known. */
function looksLikeHeader(row: RawRow, next: RawRow | undefined): boolean {
  const cells = filledCells(row.cells);
  if (cells.length < 2 || cells.some((cell) => cell.length > 40 || dataLike.test(cell))) return false;
  return next !== undefined && filledCells(next.cells).some((cell) => dataLike.test(cell) || cell.length > 40);
}

/** Whether a row holds a product where this header has its id or its item page. */
function holdsProduct(row: RawRow, header: RawRow): boolean {
  return header.cells.some((name, column) => {
    const cell = tidyCell(row.cells[column] ?? '');
    if (cell === '' || name.length > longestHeader) return false;
    const field = fieldOfHeader(name);
    return field === 'itemId' ? 'id' in parseItemId(cell) : field === 'detailUrl' && readItemLink(cell) !== null;
  });
}

/**
 * Index of the header, or -1: the row with the most known names, but none below the first product of another one, which
 * heads a table of its own.
 */
function findHeader(rows: readonly RawRow[]): number {
  let best = -1;
  let most = fewestKnownHeaders - 1;
  for (const [index, row] of rows.entries()) {
    const known = countKnownHeaders(row.cells);
    const header = rows[best];
    if (known > most) {
      most = known;
      best = index;
    } else if (header && holdsProduct(row, header)) break;
  }
  if (best >= 0) return best;
  return rows.slice(0, headerSearchRows).findIndex((row, index) => looksLikeHeader(row, rows[index + 1]));
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** Share of rows that must be wider than the header before a column without a header is believed. */
const widerShare = 0.9;

/** The width of nearly all rows, not counting empty cells at their ends; 0 when they differ. A few wider rows are shifted ones. */
function commonWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const width = lastFilled(cells);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  for (const [width, count] of counts) if (count >= rows.length * widerShare) return width;
  return 0;
}

function productsAbove(rows: readonly RawRow[], headerIndex: number): number {
  const header = rows[headerIndex];
  return header ? rows.slice(0, headerIndex).filter((row) => holdsProduct(row, header)).length : 0;
}

/**
 * Describes a table by its first rows (blank ones left out): where its header is and what its columns mean.
 * @param headerRow row number of the header when the user has said so; 0 for a table without one
 */
export function describeTable(rows: readonly RawRow[], headerRow?: number): TableDescription {
  const headerIndex = headerRow === undefined ? findHeader(rows) : rows.findIndex(({ line }) => line === headerRow);
  const header = rows[headerIndex]?.cells ?? [];
  const sampleRows = rows.slice(headerIndex + 1);
  const width = Math.max(lastFilled(header), commonWidth(sampleRows));
  const headers = Array.from(
    { length: width },
    (_, column) => header[column]?.trim().slice(0, longestHeader) || columnName(column),
  );
  const suggestion = suggestMapping(
    headers,
    sampleRows.map((row) => row.cells),
  );
  const other = recogniseOtherTable(headers);
  let kind: TableKind = suggestion.missing.length === 0 ? 'products' : 'unknown';
  if (other) kind = other.id === 'order-report' ? 'order-report' : 'other-known';
  return {
    kind,
    otherTable: other && { id: other.id, name: other.name },
    layout: other ? null : recogniseLayout(headers),
    headerRow: rows[headerIndex]?.line ?? 0,
    headers,
    // Rows handed back for repair are read like the table they came from.
    signature: headerSignature(headers.slice(reasonColumns(headers))),
    suggestion,
    sampleRows,
    productsAbove: headerRow === undefined ? productsAbove(rows, headerIndex) : 0,
    knownHeaders: countKnownHeaders(header),
  };
}
