import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locale } from '#contract/messages/format-message';
import { safeName } from '#domain/copy-pack/safe-name';
import { rejectCells, rejectHeaders } from '#app/import/reject-table';
import { freePath } from '#infra/files/free-path';
import { writeCsv, writeTextWorkbook } from '#infra/spreadsheet/write-rejects';
import type { BatchRepository } from '#infra/sqlite/repositories/batch-repository';

/** Up to here a workbook is made at once (about a quarter of a second); more rows become a CSV, page by page. */
const workbookRows = 2_000;
const pageRows = 1_000;
const nameUnits = 80;

/** The table of what a batch did not import, a page at a time. */
function* rejectPages(batches: BatchRepository, batchId: number, locale: Locale): Generator<string[][]> {
  const headers = rejectHeaders(batches.headers(batchId), locale);
  yield [headers];
  for (let line = 0; ; ) {
    const rejects = batches.rejectsAfter(batchId, line, pageRows);
    const last = rejects.at(-1);
    if (!last) return;
    yield rejects.map((reject) => rejectCells(reject, headers.length - 1, locale));
    line = last.line;
  }
}

/**
 * Writes the rows a batch did not import, with a column of reasons, to be put right and imported again.
 * @returns the path of the file: XLSX, or CSV when there are too many rows for a workbook at once
 */
export async function exportRejects(
  batches: BatchRepository,
  batchId: number,
  folder: string,
  locale: Locale,
): Promise<string> {
  const { fileName, rejected } = batches.byId(batchId);
  const source = basename(fileName).replace(/\.[^.]{1,5}$/, '');
  const name = safeName(`${source} ${locale === 'en' ? 'not imported' : '未导入'} ${rejected}`, nameUnits, 'rows');
  mkdirSync(folder, { recursive: true });
  const pages = rejectPages(batches, batchId, locale);
  if (rejected > workbookRows) {
    const path = freePath(folder, name, '.csv');
    await writeCsv(path, pages);
    return path;
  }
  const path = freePath(folder, name, '.xlsx');
  await writeTextWorkbook(path, locale === 'en' ? 'Not imported' : '未导入', pages);
  return path;
}
