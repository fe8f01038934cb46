import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import type { TableWriter, WrittenRow } from '#app/ports/rejected-rows';
import { csvCell } from '#domain/shared/csv-cell';
import { writeAside } from '#infra/files/write-aside';
import { sheetPieces, xlsxStream } from './xlsx-writer.ts';

/** Without the mark Excel takes a UTF-8 CSV for GBK. */
const byteOrderMark = '\uFEFF';

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

async function* csvPieces(
  headers: readonly string[],
  rows: AsyncIterable<readonly WrittenRow[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headers);
  for await (const chunk of rows) {
    yield chunk.map(({ cells }) => csvLine(cells)).join('');
    await breathe();
  }
}

/** Writes .csv and .xlsx files beside their target and puts them in its place when they are whole. */
export const tableWriter: TableWriter = {
  async write({ path, format }, headers, rows) {
    await writeAside(path, (unfinished) => {
      const source =
        format === 'csv' ? Readable.from(csvPieces(headers, rows)) : xlsxStream(sheetPieces(headers, rows));
      return pipeline(source, createWriteStream(unfinished, { flags: 'wx', flush: true }));
    });
  },
};
