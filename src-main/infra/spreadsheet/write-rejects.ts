import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** Rows of a table in the order they are written, a page at a time. */
export type TablePages = Iterable<readonly (readonly string[])[]>;

/**
 * Writes a workbook with one sheet in which every cell is text: Excel keeps long ids whole and runs no formula.
 * @throws whatever the file system says (no space, no permission …)
 */
export async function writeTextWorkbook(path: string, sheet: string, pages: TablePages): Promise<void> {
  const { utils, write } = await import('@e965/xlsx');
  const rows = [...pages].flat().map((cells) => cells.map((v) => ({ t: 's', v, z: '@' })));
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), sheet);
  await writeFile(path, write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer, { flag: 'wx' });
}

/** Characters with which a spreadsheet takes a cell for a formula. */
const startsFormula = /^[=+\-@\t\r]/;

/** A cell for a CSV that spreadsheets open: a tab, which import takes off again, keeps it from being a formula. */
function csvCell(cell: string): string {
  const text = startsFormula.test(cell) ? `\t${cell}` : cell;
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes a UTF-8 CSV with the mark without which Excel takes it for GBK.
 * @throws whatever the file system says
 */
export async function writeCsv(path: string, pages: TablePages): Promise<void> {
  const stream = createWriteStream(path, { flags: 'wx', encoding: 'utf8' });
  const done = finished(stream);
  stream.write('\uFEFF');
  for (const rows of pages) {
    const text = rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
    // Waiting after each page lets the engine answer others in between.
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}
