import type { CellFlaw, RawRow } from '#domain/import/raw-row';
import type { Archive } from './archive.ts';
import { cancelled, fileFailure } from './file-failure.ts';
import { type NumberKind, numberCellText } from './number-cell.ts';
import { decodePlainText, plainText } from './plain-elements.ts';
import { readingLimits } from './reading-limits.ts';
import { openSharedStrings, type SharedStrings } from './shared-strings.ts';
import type { Table } from './table.ts';
import { parseXmlPart, type XmlHandlers } from './xml-part.ts';
import { readNumberKinds, readWorkbook, unescapeText, type WorkbookSheet } from './xlsx-workbook.ts';

interface CellContext {
  strings: SharedStrings;
  kinds: readonly NumberKind[];
  date1904: boolean;
}

const capitalA = 65;

/** 0-based column of a reference such as `AB12`; -1 when it names none. */
function columnOfReference(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < capitalA || letter > capitalA + 25) break;
    column = column * 26 + (letter - capitalA + 1);
  }
  return column - 1;
}

/** Digits as Excel wrote them, when they need no conversion. */
const plainInteger = /^-?\d{1,15}$/;

function numberText(raw: string, style: string | undefined, { kinds, date1904 }: CellContext): string {
  const kind = style === undefined ? 'general' : (kinds[Number(style)] ?? 'general');
  if (kind === 'general' && plainInteger.test(raw)) return raw;
  return raw === '' ? '' : numberCellText(Number(raw), kind, date1904);
}

/** A shared string by its number, or the text of any other cell. */
type SheetCell = number | string;

/** What a cell holds, by its type and style attributes. */
function cellOf(raw: string, type: string | undefined, style: string | undefined, context: CellContext): SheetCell {
  switch (type) {
    case 's':
      return Number(raw);
    case 'str':
    case 'inlineStr':
      return unescapeText(raw);
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE';
    case undefined:
    case 'n':
      return numberText(raw, style, context);
    default:
      return raw;
  }
}

/** Reference, style, type and text of a cell; the text stands in `v`, in `t` or is none. */
const plainCell = new RegExp(
  String.raw`<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,5})")?(?: t="(s|str|inlineStr|n|b)")?` +
    String.raw`(?:/>|>(?:<v>(${plainText})</v>|<is><t(?: xml:space="preserve")?>(${plainText})</t></is>)</c>)`,
  'y',
);

/** A row as the sheet part has it: its shared strings are numbers still. */
interface SheetRow {
  line: number;
  /** By column; no more than a row may have. */
  cells: (SheetCell | undefined)[];
  /** Columns of formulas without a result, as programs write them that do not calculate. */
  uncalculated: number[];
  hasMore: boolean;
}

const emptyRow = (): SheetRow => ({ line: 0, cells: [], uncalculated: [], hasMore: false });

/**
 * Collects rows from the events of a sheet part. Cells without a reference follow the one before them, as ECMA-376
 * allows. Text comes from `v` and from `t` inside `is`; formulas and phonetic readings are passed over.
 */
class RowCollector implements XmlHandlers {
  private readonly context: CellContext;
  private rows: SheetRow[] = [];
  private row: SheetRow = emptyRow();
  private line = 0;
  private column = -1;
  private type: string | undefined;
  private style: string | undefined;
  private raw = '';
  private capturing = false;
  private awaitsResult = false;
  private phonetic = false;
  /** Number of the last shared string that rows speak of; -1 for none. */
  lastString = -1;

  constructor(context: CellContext) {
    this.context = context;
  }

  /** The rows completed since the last call. */
  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const stated = Number(attributes['r']);
      this.line = Number.isSafeInteger(stated) && stated > this.line ? stated : this.line + 1;
      this.column = -1;
    } else if (name === 'c') {
      this.beginCell(attributes['r'], attributes['t'], attributes['s']);
    } else if (name === 'rPh') this.phonetic = true;
    else if (name === 'f') this.awaitsResult = true;
    else if (name === 'v' || name === 't') {
      this.capturing = !this.phonetic;
      this.awaitsResult = false;
    }
  }

  text(piece: string): void {
    if (this.capturing) this.raw += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.capturing = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  /** A cell that did not pass the parser; as `open`, `text` and `close` would have it. */
  takePlain([, reference, style, type, value, inline]: RegExpExecArray): void {
    this.beginCell(reference, type, style);
    this.raw = decodePlainText(value ?? inline ?? '');
    this.endCell();
  }

  private beginCell(reference: string | undefined, type: string | undefined, style: string | undefined): void {
    this.column = reference === undefined ? this.column + 1 : columnOfReference(reference);
    this.type = type;
    this.style = style;
    this.raw = '';
    this.awaitsResult = false;
  }

  private endCell(): void {
    const { column, raw } = this;
    if (this.awaitsResult && column >= 0 && column < readingLimits.columns) this.row.uncalculated.push(column);
    if (raw === '') return;
    if (column < 0 || column >= readingLimits.columns) {
      this.row.hasMore = true;
      return;
    }
    const cell = cellOf(raw, this.type, this.style, this.context);
    if (typeof cell === 'number' && cell > this.lastString) this.lastString = cell;
    this.row.cells[column] = cell;
  }

  private endRow(): void {
    this.row.line = this.line;
    this.rows.push(this.row);
    this.row = emptyRow();
  }
}

/** The row with its texts; null for a blank one. U+FFFD stands for a shared string the workbook does not have. */
function toRow({ line, cells: stated, uncalculated, hasMore }: SheetRow, strings: SharedStrings): RawRow | null {
  const cells: string[] = [];
  const flaws: CellFlaw[] = uncalculated.map((column) => ({ column, kind: 'uncalculated' }));
  stated.forEach((cell = '', column) => {
    const text = typeof cell === 'number' ? (strings.get(cell) ?? '\ufffd') : cell;
    if (text === '') return;
    while (cells.length < column) cells.push('');
    const isTooLong = text.length > readingLimits.cellCharacters;
    if (isTooLong) flaws.push({ column, kind: 'too-long' });
    cells[column] = isTooLong ? text.slice(0, readingLimits.cellCharacters) : text;
    if (text.includes('\ufffd')) flaws.push({ column, kind: 'undecodable' });
  });
  if (hasMore) flaws.push({ column: -1, kind: 'too-many-cells' });
  if (uncalculated.length === 0 && cells.every((cell) => cell.trim() === '')) return null;
  return flaws.length > 0 ? { line, cells, flaws } : { line, cells };
}

async function* sheetRows(sheet: WorkbookSheet, context: CellContext, signal?: AbortSignal): AsyncGenerator<RawRow[]> {
  const collector = new RowCollector(context);
  let waiting: RawRow[] = [];
  const pieces = parseXmlPart(sheet.entry, {
    open: (name, attributes) => collector.open(name, attributes),
    text: (piece) => collector.text(piece),
    close: (name) => collector.close(name),
    plain: { opening: '<c ', pattern: plainCell, take: (match) => collector.takePlain(match) },
  });
  for await (const _ of pieces) {
    if (signal?.aborted) throw cancelled();
    await context.strings.reach(collector.lastString);
    for (const stated of collector.take()) {
      const row = toRow(stated, context.strings);
      if (row) waiting.push(row);
    }
    if (waiting.length < readingLimits.rowsPerChunk) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

/**
 * Opens a .xlsx or .xlsm. Read with yauzl and a SAX parser instead of a workbook library: of those measured, each lost
 * data. excelts 10.2 drops the first run of rich inline strings, gives phonetic readings for the text, finds no rows
 * in parts with a namespace prefix (`<x:row>`) and never returns from a file whose end is missing; exceljs 4.4 breaks
 * Chinese characters at buffer edges. Macros are never looked at.
 */
export async function openXlsxTable(archive: Archive, signal?: AbortSignal): Promise<Table> {
  const workbook = await readWorkbook(archive);
  const strings = openSharedStrings(workbook.sharedStrings, signal);
  const kinds = await readNumberKinds(workbook.styles);
  const context: CellContext = { strings, kinds, date1904: workbook.date1904 };
  return {
    container: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    remarks: [],
    async *rows(name, upTo = Number.POSITIVE_INFINITY) {
      const sheet = workbook.sheets.find((candidate) => candidate.name === name);
      if (!sheet) throw fileFailure('sheet-missing', { sheet: name ?? '' });
      let read = 0;
      for await (const rows of sheetRows(sheet, context, signal)) {
        yield rows;
        read += rows.length;
        if (read >= upTo) return;
      }
    },
    close: () => strings.close(),
  };
}
