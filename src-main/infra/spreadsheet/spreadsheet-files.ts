import { basename } from 'node:path';
import { AppError, withFileName } from '#contract/errors';
import { describeTable, type TableDescription } from '#domain/import/describe-table';
import type {
  FileInspection,
  FileRemark,
  InspectOptions,
  ReadPlan,
  Sheet,
  SpreadsheetFiles,
} from '#domain/import/file-inspection';
import type { RawRow } from '#domain/import/raw-row';
import { type FileSource, openFileSource } from './byte-source.ts';
import { cancelled, fileFailure } from './file-failure.ts';
import { memberNames, type OpenedTable, openTable } from './open-table.ts';
import { readingLimits } from './reading-limits.ts';
import type { Table } from './table.ts';
import { inputFromSource } from './table-input.ts';

const sheetsLookedAt = 20;
const usualSheet = 'page1';

async function sampleOf(table: Table, sheet: string | null): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const chunk of table.rows(sheet, readingLimits.sampleRows)) {
    rows.push(...chunk);
    if (rows.length >= readingLimits.sampleRows) break;
  }
  return rows.slice(0, readingLimits.sampleRows);
}

/** Visible sheets before hidden ones, Alimama's `Page1` before others; else as in the file. */
function sheetOrder(sheets: readonly Sheet[]): string[] {
  const rank = ({ name, hidden }: Sheet) => Number(hidden) * 2 + Number(name.toLowerCase() !== usualSheet);
  return [...sheets].sort((a, b) => rank(a) - rank(b)).map(({ name }) => name);
}

interface ChosenSheet {
  sheet: string | null;
  rows: RawRow[];
  description: TableDescription;
}

/** The first sheet that holds products, else the one with the most known headers, else the first with rows. */
async function chooseSheet(table: Table, { sheet: wanted, headerRow }: InspectOptions): Promise<ChosenSheet> {
  const names = table.sheets.length === 0 ? [null] : wanted === undefined ? sheetOrder(table.sheets) : [wanted];
  let best: ChosenSheet | null = null;
  for (const sheet of names.slice(0, sheetsLookedAt)) {
    const rows = await sampleOf(table, sheet);
    if (rows.length === 0) continue;
    const description = describeTable(rows, headerRow);
    if (description.kind === 'products') return { sheet, rows, description };
    if (best === null || description.knownHeaders > best.description.knownHeaders) best = { sheet, rows, description };
  }
  if (best === null) throw fileFailure('no-rows');
  return best;
}

/** A remark names no more sheets than these. */
const sheetsNamed = 5;

function problemsOf({ table }: OpenedTable, chosen: ChosenSheet): FileRemark[] {
  const problems = [...table.remarks];
  if (chosen.description.sampleRows.length === 0) problems.push({ code: 'no-data-rows', params: {} });
  const { productsAbove, headerRow } = chosen.description;
  if (productsAbove > 0)
    problems.push({ code: 'products-above-header', params: { row: headerRow, count: productsAbove } });
  if (chosen.description.headers.length < 2) problems.push({ code: 'single-column', params: {} });
  const other = table.sheets.filter(({ name, hidden }) => !hidden && name !== chosen.sheet);
  if (other.length > 0) {
    const names = other.slice(0, sheetsNamed).map(({ name }) => name);
    problems.push({
      code: 'other-sheets',
      params: { sheet: chosen.sheet ?? '', count: other.length, names },
    });
  }
  return problems;
}

async function inspectTable(
  workerUrl: URL,
  { source, path }: { source: FileSource; path: string },
  options: InspectOptions,
): Promise<FileInspection> {
  const { signal, entry: wantedEntry, encoding: wantedEncoding, delimiter: wantedDelimiter } = options;
  const opened = await openTable(inputFromSource(source), {
    entry: wantedEntry,
    encoding: wantedEncoding,
    delimiter: wantedDelimiter,
    extent: { sheet: null, upTo: readingLimits.sampleRows },
    legacyWorkerUrl: workerUrl,
    signal,
  });
  const { table, entry, entries } = opened;
  let chosen: ChosenSheet;
  try {
    chosen = await chooseSheet(table, options);
  } finally {
    await table.close();
  }
  await source.assertUnchanged();
  const { encoding, delimiter } = table;
  const { sheet, description } = chosen;
  return {
    ...description,
    file: basename(path),
    bytes: source.size,
    container: table.container,
    entry,
    entries,
    encoding,
    delimiter,
    sheet,
    sheets: table.sheets,
    delimited: table.container === 'csv',
    problems: problemsOf(opened, chosen),
    plan: {
      entry,
      encoding,
      delimiter,
      sheet,
      headerRow: description.headerRow,
      columns: description.headers.length,
      stamp: source.stamp,
    },
  };
}

/** Members of a .zip looked at to find one with products. */
const membersLookedAt = 20;

/** The first member with products, else the first that can be read; fails as the first did when none can. */
async function inspectMembers(
  names: readonly string[],
  inspectMember: (entry: string) => Promise<FileInspection>,
): Promise<FileInspection> {
  let first: FileInspection | null = null;
  const failures: unknown[] = [];
  for (const name of names.slice(0, membersLookedAt)) {
    try {
      const inspection = await inspectMember(name);
      if (inspection.kind === 'products') return inspection;
      first ??= inspection;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'FILE_UNREADABLE') throw error;
      failures.push(error);
    }
  }
  if (first === null) throw failures[0];
  return first;
}

async function inspect(workerUrl: URL, path: string, options: InspectOptions): Promise<FileInspection> {
  const source = await openFileSource(path, options.signal);
  try {
    const members = options.entry === undefined ? await memberNames(inputFromSource(source)) : [];
    if (members.length < 2) return await inspectTable(workerUrl, { source, path }, options);
    return await inspectMembers(members, (entry) => inspectTable(workerUrl, { source, path }, { ...options, entry }));
  } finally {
    await source.close();
  }
}

async function* dataRows(table: Table, plan: ReadPlan, signal?: AbortSignal): AsyncGenerator<RawRow[]> {
  for await (const rows of table.rows(plan.sheet)) {
    if (signal?.aborted) throw cancelled();
    const [first] = rows;
    const data = first && first.line <= plan.headerRow ? rows.filter((row) => row.line > plan.headerRow) : rows;
    if (data.length > 0) yield data;
  }
}

async function* read(workerUrl: URL, path: string, plan: ReadPlan, signal?: AbortSignal): AsyncGenerator<RawRow[]> {
  const source = await openFileSource(path, signal);
  try {
    const { size, modifiedMs } = source.stamp;
    if (size !== plan.stamp.size || modifiedMs !== plan.stamp.modifiedMs) throw fileFailure('file-changed');
    const { table } = await openTable(inputFromSource(source), {
      entry: plan.entry ?? undefined,
      encoding: plan.encoding ?? undefined,
      delimiter: plan.delimiter ?? undefined,
      columns: plan.columns,
      extent: { sheet: plan.sheet, upTo: 0 },
      legacyWorkerUrl: workerUrl,
      signal,
    });
    try {
      yield* dataRows(table, plan, signal);
    } finally {
      await table.close();
    }
    await source.assertUnchanged();
  } finally {
    await source.close();
  }
}

/**
 * Reads the spreadsheets people hold: text tables, .xlsx, .xls, and .zip with such files.
 * @param legacyWorkerUrl URL of legacy-sheet-worker, resolved by the entry file because bundling moves modules
 */
export function createSpreadsheetFiles(legacyWorkerUrl: URL): SpreadsheetFiles {
  return {
    async inspectFile(path, options = {}) {
      try {
        return await inspect(legacyWorkerUrl, path, options);
      } catch (error) {
        throw withFileName(error, basename(path));
      }
    },
    async *readRows(path, plan, signal) {
      try {
        yield* read(legacyWorkerUrl, path, plan, signal);
      } catch (error) {
        throw withFileName(error, basename(path));
      }
    },
  };
}
