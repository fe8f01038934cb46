import type { FileRemark, Sheet, TableContainer, TextEncodingName } from '#domain/import/file-inspection';
import type { RawRow } from '#domain/import/raw-row';

/** A file whose container has been recognised. */
export interface Table {
  container: TableContainer;
  /** Text files only. */
  encoding: TextEncodingName | null;
  delimiter: string | null;
  /** Sheets of a workbook in their order; empty for text files. */
  sheets: readonly Sheet[];
  remarks: readonly FileRemark[];
  /**
   * Rows in chunks, blank ones left out.
   * @param sheet one of `sheets`; null for text files
   * @param upTo stop after about this many rows
   */
  rows(sheet: string | null, upTo?: number): AsyncGenerator<RawRow[]>;
  close(): Promise<void>;
}
