import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileRowParser } from '#domain/import/row-parser';
import type { ImportedRow } from '#domain/catalog/imported-row';
import type { FileInspection, InspectOptions } from '#domain/import/file-inspection';
import { createSpreadsheetFiles } from '../spreadsheet-files.ts';

/** The reader as the engine wires it, with the thread entry run from source. */
export const spreadsheetFiles = createSpreadsheetFiles(new URL('../legacy-sheet-worker.ts', import.meta.url));

/** A folder of its own for files of a test. */
export interface FileFolder {
  write(name: string, content: Buffer | string): Promise<string>;
  remove(): Promise<void>;
}

export async function createFileFolder(): Promise<FileFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'taoke-sheet-'));
  return {
    async write(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

export interface ReadFile {
  inspection: FileInspection;
  rows: ImportedRow[];
}

/** Inspects a file and reads all its rows by the suggested mapping. */
export async function readFile(path: string, options: InspectOptions = {}): Promise<ReadFile> {
  const inspection = await spreadsheetFiles.inspectFile(path, options);
  const { headers, suggestion, delimited, plan } = inspection;
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited, today: '2026-11-23' });
  const rows: ImportedRow[] = [];
  for await (const chunk of spreadsheetFiles.readRows(path, plan)) rows.push(...chunk.map(parse));
  return { inspection, rows };
}

/** One line per row: its number, and the item id or the codes of its issues. */
export function outline(rows: readonly ImportedRow[]): string[] {
  return rows.map(({ line, product, issues }) => {
    const codes = issues.map(({ effect, code }) => `${effect} ${code}`);
    return [`${line}`, ...(product ? [product.itemId] : []), ...codes].join(' ');
  });
}
