import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeGbk } from '#infra/spreadsheet/testing/gb18030';
import { dailyHeaders, dailyRow, seededNumbers } from '#infra/spreadsheet/testing/product-rows';
import { built } from '../fixtures/project.ts';

const blockRows = 10_000;

/** Writes Alimama's daily list with 22 columns in GB18030, as large as wanted. */
export function writeDailyList(path: string, rows: number): void {
  const next = seededNumbers(1);
  const file = openSync(path, 'w');
  writeSync(file, encodeGbk(`${dailyHeaders.join(',')}\r\n`));
  for (let from = 0; from < rows; from += blockRows) {
    const length = Math.min(blockRows, rows - from);
    const lines = Array.from({ length }, (_, at) => dailyRow(from + at, next).join(','));
    writeSync(file, encodeGbk(`${lines.join('\r\n')}\r\n`));
  }
  closeSync(file);
}

/** A data folder with this many products, imported by the program itself. */
export function makeBigCatalog(folder: string, products: number): string {
  const list = join(folder, 'products.csv');
  const dataDir = join(folder, 'data');
  writeDailyList(list, products);
  const args = [built('main', 'cli.js'), 'import', list, '--data-dir', dataDir, '--json'];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  return dataDir;
}
