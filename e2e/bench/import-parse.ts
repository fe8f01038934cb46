import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileRowParser } from '#domain/import/row-parser';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import { buildXls } from '#infra/spreadsheet/testing/biff8-builder';
import { encodeGbk } from '#infra/spreadsheet/testing/gb18030';
import { dailyHeaders, dailyRow, seededNumbers } from '#infra/spreadsheet/testing/product-rows';
import { buildXlsx, sharedRows } from '#infra/spreadsheet/testing/xlsx-builder';

export interface ImportParseFigure {
  name: string;
  value: number;
  unit: 's' | 'MB' | 'rows' | 'times';
  /** Not to be exceeded. */
  limit?: number;
}

const csvRows = 200_000;
const workbookRows = 50_000;
const blockRows = 10_000;

const files = createSpreadsheetFiles(
  new URL('../../src-main/infra/spreadsheet/legacy-sheet-worker.ts', import.meta.url),
);

/** Writes a GB18030 file of the daily list with 22 columns; `repeats` writes its rows again and again. */
function writeDailyCsv(path: string, rows: number, repeats: number): void {
  const next = seededNumbers(1);
  const file = openSync(path, 'w');
  writeSync(file, encodeGbk(`${dailyHeaders.join(',')}\r\n`));
  const blocks: Buffer[] = [];
  for (let from = 0; from < rows; from += blockRows) {
    const lines = Array.from({ length: blockRows }, (_, at) => dailyRow(from + at, next).join(','));
    blocks.push(encodeGbk(`${lines.join('\r\n')}\r\n`));
  }
  for (let repeat = 0; repeat < repeats; repeat += 1) for (const block of blocks) writeSync(file, block);
  closeSync(file);
}

function dailyTable(rows: number): string[][] {
  const next = seededNumbers(2);
  return [[...dailyHeaders], ...Array.from({ length: rows }, (_, index) => dailyRow(index, next))];
}

interface Reading {
  rows: number;
  imported: number;
  seconds: number;
}

async function readThrough(path: string, meaning: boolean): Promise<Reading> {
  const from = performance.now();
  const { headers, suggestion, delimited, plan } = await files.inspectFile(path);
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited, today: '2026-11-23' });
  let rows = 0;
  let imported = 0;
  for await (const chunk of files.readRows(path, plan)) {
    rows += chunk.length;
    if (meaning) for (const row of chunk) if (parse(row).product) imported += 1;
  }
  return { rows, imported, seconds: (performance.now() - from) / 1000 };
}

/** Peak memory of a process that does nothing but read the file. */
function peakMegabytes(path: string): number {
  const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), path], { encoding: 'utf8' });
  return Number(output.trim());
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function medianSeconds(path: string, meaning: boolean, rows: number): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const reading = await readThrough(path, meaning);
    if (reading.rows !== rows || (meaning && reading.imported !== rows)) {
      throw new Error(`${path}: ${reading.rows} rows read, ${reading.imported} imported, expected ${rows}`);
    }
    seconds.push(reading.seconds);
  }
  return median(seconds);
}

async function benchCsv(folder: string): Promise<ImportParseFigure[]> {
  const path = join(folder, 'daily.csv');
  const long = join(folder, 'daily-1m.csv');
  writeDailyCsv(path, csvRows, 1);
  writeDailyCsv(long, csvRows, 5);
  const small = peakMegabytes(path);
  const large = peakMegabytes(long);
  return [
    { name: `GB18030 CSV, ${csvRows} x 22: size`, value: statSync(path).size / 1024 / 1024, unit: 'MB' },
    { name: 'inspect + parse', value: await medianSeconds(path, false, csvRows), unit: 's' },
    { name: 'inspect + parse + meaning', value: await medianSeconds(path, true, csvRows), unit: 's', limit: 2.5 },
    { name: `peak memory, ${csvRows} rows`, value: small, unit: 'MB', limit: 400 },
    { name: `peak memory, ${csvRows * 5} rows`, value: large, unit: 'MB', limit: 400 },
    { name: 'peak memory, 5 times the rows', value: large / small, unit: 'times', limit: 1.5 },
  ];
}

async function benchWorkbooks(folder: string): Promise<ImportParseFigure[]> {
  const table = dailyTable(workbookRows);
  const { xml, sharedStrings } = sharedRows(table);
  const xlsx = join(folder, 'daily.xlsx');
  writeFileSync(xlsx, await buildXlsx({ sheets: [{ name: 'Page1', xml }], sharedStrings }));
  const xls = join(folder, 'daily.xls');
  writeFileSync(xls, buildXls('Page1', table));
  return [
    { name: `XLSX, ${workbookRows} x 22`, value: await medianSeconds(xlsx, true, workbookRows), unit: 's', limit: 15 },
    { name: `XLSX, ${workbookRows} x 22: peak memory`, value: peakMegabytes(xlsx), unit: 'MB' },
    { name: `XLS, ${workbookRows} x 22`, value: await medianSeconds(xls, true, workbookRows), unit: 's', limit: 15 },
    { name: `XLS, ${workbookRows} x 22: peak memory`, value: peakMegabytes(xls), unit: 'MB' },
  ];
}

/** Time and memory from bytes to typed rows, on generated files; medians of three rounds. */
export async function bench(): Promise<ImportParseFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    return [...(await benchCsv(folder)), ...(await benchWorkbooks(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, script, path] = process.argv;
if (script === fileURLToPath(import.meta.url) && path !== undefined) {
  await readThrough(path, true);
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
}
