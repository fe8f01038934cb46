import * as sheetjs from '@e965/xlsx';
import { AppError } from '#contract/errors';
import type { ImportFileCode } from '#contract/messages/import-file-messages';
import type { CellFlaw, RawRow } from '#domain/import/raw-row';
import type { Sheet } from '#domain/import/file-inspection';
import { fileFailure } from './file-failure.ts';
import type { LegacyRequest } from './legacy-messages.ts';
import { kindOfFormatCode, type NumberKind, numberCellText } from './number-cell.ts';
import { readingLimits } from './reading-limits.ts';
import { createTextDecoding, detectEncoding } from './text-encoding.ts';

/** Error cells by code. Source: [MS-XLS] 2.5.10 BErr. */
const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

export interface LegacyWorkbook {
  sheets: Sheet[];
  rows(sheet: string): Generator<RawRow[]>;
}

function parseBytes({ bytes, container, sheet, upTo }: LegacyRequest): sheetjs.WorkBook {
  const options: sheetjs.ParsingOptions = {
    dense: true,
    cellHTML: false,
    cellText: false,
    cellFormula: false,
    cellNF: true,
    raw: true,
    ...(sheet === null ? {} : { sheets: [sheet] }),
    ...(upTo > 0 ? { sheetRows: upTo } : {}),
  };
  if (container !== 'xls') {
    return sheetjs.read(createTextDecoding(detectEncoding(bytes).encoding).push(bytes), { ...options, type: 'string' });
  }
  // Through a Buffer: SheetJS needs over ten times as long to take a plain Uint8Array apart.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { FullPaths: streams } = sheetjs.CFB.read(buffer, { type: 'buffer' }) as { FullPaths: string[] };
  const has = (name: string) => streams.some((path) => path.toLowerCase().endsWith(`/${name}`));
  if (has('encryptedpackage')) throw fileFailure('password-protected');
  if (!has('workbook')) throw fileFailure(has('book') ? 'xls-too-old' : 'not-a-table');
  return sheetjs.read(buffer, { ...options, type: 'buffer' });
}

function reasonOf(error: unknown): ImportFileCode {
  return error instanceof Error && /password|encrypt/i.test(error.message) ? 'password-protected' : 'workbook-damaged';
}

const kinds = new Map<string, NumberKind>();

/** A workbook has few formats and many cells. */
function kindOf(code: string): NumberKind {
  const known = kinds.get(code);
  if (known) return known;
  const kind = kindOfFormatCode(code);
  kinds.set(code, kind);
  return kind;
}

function cellText(cell: sheetjs.CellObject | undefined, date1904: boolean): string {
  if (cell?.v === undefined) return '';
  switch (cell.t) {
    case 'n':
      return numberCellText(Number(cell.v), kindOf(String(cell.z ?? 'General')), date1904);
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE';
    case 'e':
      return errorTexts[Number(cell.v)] ?? '#N/A';
    default:
      return String(cell.v);
  }
}

function toRow(cells: readonly (sheetjs.CellObject | undefined)[], index: number, date1904: boolean): RawRow | null {
  const flaws: CellFlaw[] = [];
  const texts = Array.from({ length: Math.min(cells.length, readingLimits.columns) }, (_, column) => {
    const text = cellText(cells[column], date1904);
    if (text.length <= readingLimits.cellCharacters) return text;
    flaws.push({ column, kind: 'too-long' });
    return text.slice(0, readingLimits.cellCharacters);
  });
  if (cells.length > readingLimits.columns) flaws.push({ column: -1, kind: 'too-many-cells' });
  if (texts.every((text) => text.trim() === '')) return null;
  return flaws.length > 0 ? { line: index + 1, cells: texts, flaws } : { line: index + 1, cells: texts };
}

/**
 * Parses .xls (BIFF8), HTML tables and XML 2003 spreadsheets with SheetJS, which reads them whole. Meant to run in a
 * thread of its own: parsing cannot be interrupted and its memory is bounded only by the thread's heap limit.
 */
export function parseLegacyWorkbook(request: LegacyRequest): LegacyWorkbook {
  let workbook: sheetjs.WorkBook;
  try {
    workbook = parseBytes(request);
  } catch (error) {
    throw error instanceof AppError ? error : fileFailure(reasonOf(error), {}, error);
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.map((name, index) => ({
    name,
    hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
  }));
  return {
    sheets,
    *rows(name) {
      const data = (workbook.Sheets[name]?.['!data'] ?? []) as (sheetjs.CellObject[] | undefined)[];
      let chunk: RawRow[] = [];
      for (const [index, cells] of data.entries()) {
        const row = cells ? toRow(cells, index, date1904) : null;
        if (row) chunk.push(row);
        if (chunk.length < readingLimits.rowsPerChunk) continue;
        yield chunk;
        chunk = [];
      }
      if (chunk.length > 0) yield chunk;
    },
  };
}
