/**
 * Bounds of what a file may make the program do. Real exports stay far below; a hostile or broken file ends in a clear
 * failure at one of these instead of in memory.
 */
export const readingLimits = {
  /** Excel's own limit for the text of one cell. */
  cellCharacters: 32_767,
  /** Columns kept per row; the widest known export has 33. */
  columns: 2_000,
  /** One row of a text file, in characters. */
  rowCharacters: 8 * 1024 * 1024,
  /** How far a quoted cell of a text file may reach before its quote counts as a stray one, in characters. */
  quotedCharacters: 2 * 1024 * 1024,
  /** After this many stray quotes a quoted cell may only reach `strayQuotedCharacters`. */
  strayQuotes: 20,
  strayQuotedCharacters: 64 * 1024,
  /** Unpacked size of one part of an archive: a full sheet of 1,048,576 rows has about 2 GB. */
  partBytes: 4 * 1024 * 1024 * 1024,
  /** Unpacked parts above `bombBytes` that shrank more than this are bombs; real sheets shrink 5 to 30 times. */
  bombRatio: 250,
  bombBytes: 64 * 1024 * 1024,
  /** UTF-8 bytes of all shared strings of a workbook, which must be held in memory. */
  sharedStringBytes: 512 * 1024 * 1024,
  /** Characters between two tags of a workbook part. */
  xmlTextCharacters: 4 * 1024 * 1024,
  /** Files that can only be read whole: .xls, HTML and XML tables, workbooks inside a .zip. */
  wholeFileBytes: 256 * 1024 * 1024,
  /** Members looked at in one .zip. */
  archiveEntries: 1_000,
  /** Rows passed on at a time. */
  rowsPerChunk: 1_000,
  /** Rows read to describe a table. */
  sampleRows: 200,
  /** Bytes read at a time. */
  readBytes: 128 * 1024,
  /** Longest wait for one read, in milliseconds: past it a network drive counts as stalled. */
  stallMs: 30_000,
  /** Heap of the thread that reads whole-file formats, in MB. */
  workerHeapMb: 1_536,
} as const;
