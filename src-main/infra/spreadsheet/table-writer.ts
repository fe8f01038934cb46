import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import type { TableWriter, WrittenRow } from '#app/ports/rejected-rows';
import { csvCell } from '#domain/shared/csv-cell';
import { asWriteFailure } from '#infra/pack/pack-failure';
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
    const unfinished = join(dirname(path), `.taoke-${randomUUID()}.unfinished`);
    try {
      const file = await open(unfinished, 'wx');
      const source =
        format === 'csv' ? Readable.from(csvPieces(headers, rows)) : xlsxStream(sheetPieces(headers, rows));
      await pipeline(source, file.createWriteStream({ flush: true }));
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw asWriteFailure(error, dirname(path));
    }
  },
};
