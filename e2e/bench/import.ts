import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dailyHeaders, dailyRow, seededNumbers } from '#infra/spreadsheet/testing/product-rows';
import { buildXlsx, sharedRows } from '#infra/spreadsheet/testing/xlsx-builder';
import { writeDailyList } from './big-catalog.ts';
import type { Figure } from './figure.ts';
import { type EngineRun, runEngine } from './import/engine-run.ts';
import { runShell, writeShellTwin } from './import/sqlite-shell.ts';

const csvRows = 200_000;
const workbookRows = 50_000;

/** The sqlite3 shell at the same work in the same run: the ratio says more than seconds on whatever machine this is. */
function againstShell(folder: string, { seconds, processorSeconds }: EngineRun): Figure[] {
  const twin = join(folder, 'twin.csv');
  writeShellTwin(twin, csvRows);
  const shell = runShell(folder, twin);
  if (shell === null) {
    console.log('  comparison SKIPPED: no sqlite3 shell on this machine (Debian and Ubuntu: apt install sqlite3)');
    return [];
  }
  return [
    {
      name: 'sqlite3 shell: .import of the UTF-8 twin, the same merge, indexes and FTS',
      value: shell.seconds,
      unit: 's',
    },
    { name: 'import against the shell', value: seconds / shell.seconds, unit: 'times', limit: 1.5 },
    { name: 'processor time against the shell', value: processorSeconds / shell.processorSeconds, unit: 'times' },
  ];
}

async function writeWorkbook(path: string): Promise<void> {
  const next = seededNumbers(2);
  const table = [[...dailyHeaders], ...Array.from({ length: workbookRows }, (_, index) => dailyRow(index, next))];
  const { xml, sharedStrings } = sharedRows(table);
  writeFileSync(path, await buildXlsx({ sheets: [{ name: 'Page1', xml }], sharedStrings }));
}

function benchCsv(folder: string): Figure[] {
  const list = join(folder, 'daily.csv');
  const dataDir = join(folder, 'data');
  writeDailyList(list, csvRows);
  const first = runEngine(dataDir, list);
  const again = runEngine(dataDir, list);
  if (first.created !== csvRows || again.unchanged !== csvRows) {
    throw new Error(`${first.created} created, then ${again.unchanged} unchanged, expected ${csvRows}`);
  }
  const reading = runEngine(join(folder, 'cancelled-reading'), list, 'reading');
  const merging = runEngine(join(folder, 'cancelled-merging'), list, 'merging');
  return [
    { name: `${csvRows} x 22, GB18030 CSV to searchable catalog`, value: first.seconds, unit: 's' },
    ...againstShell(folder, first),
    { name: 'peak memory', value: first.peakMegabytes, unit: 'MB', limit: 400 },
    {
      name: `calls meanwhile: ${first.calls.count}, slowest (${first.calls.slowestMethod})`,
      value: first.calls.slowest,
      unit: 'ms',
      limit: 50,
    },
    { name: 'calls meanwhile: 99 % within', value: first.calls.percentile99, unit: 'ms' },
    { name: 'a process that only sleeps, woken late meanwhile by', value: first.latestWakingMilliseconds, unit: 'ms' },
    {
      name: 'the same file again, against the first time',
      value: again.seconds / first.seconds,
      unit: 'times',
      limit: 0.6,
    },
    { name: 'cancelled while reading', value: reading.cancelMilliseconds ?? Number.NaN, unit: 'ms', limit: 100 },
    {
      name: 'a process that only sleeps, woken late meanwhile by',
      value: reading.latestWakingMilliseconds,
      unit: 'ms',
    },
    { name: 'cancelled while merging', value: merging.cancelMilliseconds ?? Number.NaN, unit: 'ms', limit: 100 },
    {
      name: 'a process that only sleeps, woken late meanwhile by',
      value: merging.latestWakingMilliseconds,
      unit: 'ms',
    },
  ];
}

/** From the file to the searchable catalog, through the engine, on generated files. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    const figures = benchCsv(folder);
    const workbook = join(folder, 'daily.xlsx');
    await writeWorkbook(workbook);
    const { seconds, peakMegabytes } = runEngine(join(folder, 'workbook'), workbook);
    return [
      ...figures,
      { name: `${workbookRows} x 22, XLSX to searchable catalog`, value: seconds, unit: 's', limit: 15 },
      { name: 'peak memory, XLSX', value: peakMegabytes, unit: 'MB', limit: 400 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
