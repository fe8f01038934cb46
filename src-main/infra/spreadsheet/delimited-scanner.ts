import type { CellFlaw, RawRow } from '#domain/import/raw-row';
import { fileFailure } from './file-failure.ts';
import { QuotedCellReader } from './quoted-cell.ts';
import { readingLimits } from './reading-limits.ts';
import { NextIndex, quote, TextWindow } from './text-window.ts';

function isBlank(cells: readonly string[]): boolean {
  return (cells[0] === '' || cells[0]?.trim() === '') && cells.every((cell) => cell === '' || cell.trim() === '');
}

function flawsOf(cells: string[]): CellFlaw[] {
  const flaws: CellFlaw[] = [];
  if (cells.length > readingLimits.columns) {
    cells.length = readingLimits.columns;
    flaws.push({ column: -1, kind: 'too-many-cells' });
  }
  cells.forEach((cell, column) => {
    if (cell.includes('\0')) {
      cells[column] = cell.replaceAll('\0', '');
      flaws.push({ column, kind: 'nul' });
    }
    if (cell.includes('\ufffd')) flaws.push({ column, kind: 'undecodable' });
    if (cell.length > readingLimits.cellCharacters) {
      cells[column] = cell.slice(0, readingLimits.cellCharacters);
      flaws.push({ column, kind: 'too-long' });
    }
  });
  return flaws;
}

/** Whether a cell of this text could be over the limit: no line break for that long. */
function hasLongLine(text: string): boolean {
  for (let at = 0; at + readingLimits.cellCharacters < text.length; ) {
    const end = text.lastIndexOf('\n', at + readingLimits.cellCharacters);
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}

/** People write `"a", "b"`: blanks before the quote do not belong to the cell. */
function afterBlanks(text: string, position: number): number {
  let at = position;
  while (text[at] === ' ') at += 1;
  return at;
}

/**
 * Splits decoded text into rows. CR, LF and CRLF may be mixed. Row numbers are Excel's: a quoted cell may hold line
 * breaks, blank rows count but are not returned.
 *
 * Own code because no CSV library met both bars. On `"5寸"蛋糕,1` (text after a closing quote) papaparse 5.7 takes the
 * rows up to the next quote into one cell, with an unclosed quote all rows to the end of the file, and it settles on
 * one kind of line break, so a mix joins rows. csv-parse needs over five times as long.
 */
export class DelimitedScanner {
  private readonly delimiter: string;
  private readonly columns: number;
  private readonly quotedCells: QuotedCellReader;
  private rest = '';
  private line = 1;
  private inspectCells = false;

  /** @param columns width of the table when known; lets swallowed rows and an unfinished last row be recognised */
  constructor(delimiter: string, columns = 0) {
    this.delimiter = delimiter;
    this.columns = columns;
    this.quotedCells = new QuotedCellReader(delimiter, columns);
  }

  /** Adds text and returns the rows it completes. */
  push(text: string): RawRow[] {
    const all = this.rest + text;
    // Looking into every cell costs a third of the scan, so it is done only where there is something to find.
    this.inspectCells = all.includes('\0') || all.includes('\ufffd') || hasLongLine(all);
    return this.scan(all, false);
  }

  /** The rest of the text as rows. */
  finish(): RawRow[] {
    return this.scan(this.rest, true);
  }

  private scan(text: string, final: boolean): RawRow[] {
    const window = new TextWindow(text, final);
    const rows: RawRow[] = [];
    let position = 0;
    while (position < text.length) {
      const lineEnd = window.lineEnd(position);
      const plain = lineEnd !== null && window.quotes.from(position) > lineEnd;
      const found = plain
        ? { cells: text.slice(position, lineEnd).split(this.delimiter), end: lineEnd }
        : this.readQuotedRow(window, position);
      if (found === null) break;
      const row = this.toRow(found.cells);
      if (row && found.end === text.length) this.markUnfinished(row);
      if (row) rows.push(row);
      position = window.afterBreak(found.end);
    }
    this.rest = text.slice(position);
    if (this.rest.length > readingLimits.rowCharacters) throw fileFailure('row-too-long', { line: this.line });
    return rows;
  }

  /** One row with quotes in it, cell by cell. Null when it goes on past the text at hand. */
  private readQuotedRow(window: TextWindow, start: number): { cells: string[]; end: number } | null {
    const { text } = window;
    const cells: string[] = [];
    const delimiters = new NextIndex(text, this.delimiter);
    for (let position = start; ; ) {
      const opening = afterBlanks(text, position);
      const reading = text[opening] === quote ? this.quotedCells.read(window, opening) : 'stray';
      if (reading === 'incomplete') return null;
      const lineEnd = reading === 'stray' ? window.lineEnd(position) : position;
      if (lineEnd === null) return null;
      const end = reading === 'stray' ? Math.min(delimiters.from(position), lineEnd) : reading.end;
      cells.push(reading === 'stray' ? text.slice(position, end) : reading.value);
      if (text[end] !== this.delimiter) return window.mayBeHalfBreak(end) ? null : { cells, end };
      position = end + 1;
    }
  }

  /** A file that ends inside a row ends, as far as anyone can tell, inside a cell. */
  private markUnfinished(row: RawRow): void {
    if (row.cells.length >= this.columns) return;
    row.flaws = [...(row.flaws ?? []), { column: row.cells.length - 1, kind: 'unfinished' }];
  }

  private toRow(cells: string[]): RawRow | null {
    const { line } = this;
    this.line += 1;
    // What a crash or a full disk leaves at the end of a file is no row.
    if (isBlank(cells) || (this.inspectCells && cells.every((cell) => cell.replaceAll('\0', '').trim() === '')))
      return null;
    const flaws = this.inspectCells || cells.length > readingLimits.columns ? flawsOf(cells) : [];
    return flaws.length > 0 ? { line, cells, flaws } : { line, cells };
  }
}
