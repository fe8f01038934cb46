import type { MessageParams } from '#contract/messages/format-message';
import type { ImportFileCode } from '#contract/messages/import-file-messages';
import type { TableDescription } from './describe-table.ts';
import type { RawRow } from './raw-row.ts';

export const textEncodings = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
export type TextEncodingName = (typeof textEncodings)[number];

/** What a file is by its content, whatever its name says. `html` and `xml` are tables saved as .xls. */
export type TableContainer = 'csv' | 'xlsx' | 'xls' | 'html' | 'xml';

/** State of a file by which a later reading tells that it is still the same. */
export interface FileStamp {
  size: number;
  modifiedMs: number;
}

/** Something about a file worth telling that does not stop it from being read. */
export interface FileRemark {
  code: ImportFileCode;
  params: MessageParams;
}

export interface Sheet {
  name: string;
  hidden: boolean;
}

/** What the user may settle instead of the program. */
export interface InspectOptions {
  /** Member of a .zip. */
  entry?: string;
  encoding?: TextEncodingName;
  delimiter?: string;
  sheet?: string;
  /** Row number of the header as Excel shows it; 0 for a table without one. */
  headerRow?: number;
  signal?: AbortSignal;
}

/** Everything needed to read the same rows again, as plain data. */
export interface ReadPlan {
  entry: string | null;
  encoding: TextEncodingName | null;
  delimiter: string | null;
  sheet: string | null;
  /** Rows up to and with this number are not data; 0 when there is no header. */
  headerRow: number;
  columns: number;
  /** The file as it was inspected; reading another state of it fails. */
  stamp: FileStamp;
}

export interface FileInspection extends TableDescription {
  /** Name of the file without its folder. */
  file: string;
  bytes: number;
  container: TableContainer;
  /** Member of the .zip that was inspected, and all that may hold a table; null and empty for other files. */
  entry: string | null;
  entries: string[];
  encoding: TextEncodingName | null;
  delimiter: string | null;
  sheet: string | null;
  sheets: readonly Sheet[];
  /** Text file: a lost delimiter moves the cells after it. */
  delimited: boolean;
  problems: FileRemark[];
  plan: ReadPlan;
}

export interface SpreadsheetFiles {
  /**
   * Looks at a file: what it is, where its table is and what the columns mean. Reads a sample, not the file.
   * Fails with an `AppError` whose `params.reason` is a key of import-file-messages.
   */
  inspectFile(path: string, options?: InspectOptions): Promise<FileInspection>;
  /**
   * The data rows of an inspected file, in chunks of about 1,000. Memory stays flat for text files and workbooks' sheets.
   * Fails like `inspectFile`; also when the file is no longer the one inspected, at the latest before the end.
   */
  readRows(path: string, plan: ReadPlan, signal?: AbortSignal): AsyncGenerator<RawRow[]>;
}
