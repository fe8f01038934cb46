import type { ImportFileCode } from '#contract/messages/import-file-messages';
import type { RawRow } from '#domain/import/raw-row';
import type { Sheet } from '#domain/import/file-inspection';

/** What the reading thread is started with. */
export interface LegacyRequest {
  bytes: Uint8Array<ArrayBuffer>;
  container: 'xls' | 'html' | 'xml';
  /** Only this sheet is parsed; null parses all. */
  sheet: string | null;
  /** Rows parsed per sheet; 0 parses all. */
  upTo: number;
}

/** What it answers: the sheets first, then one chunk of rows for each `next` it is sent, an empty one at the end. */
export type LegacyAnswer =
  | { type: 'sheets'; sheets: Sheet[] }
  | { type: 'rows'; rows: RawRow[] }
  | { type: 'failed'; reason: ImportFileCode };

export interface LegacyCommand {
  type: 'next';
  sheet: string;
}
