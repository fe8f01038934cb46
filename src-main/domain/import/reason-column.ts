import { normalizeHeader } from './header-name.ts';

/**
 * Header of the column that says why a row was not imported, put in front of the rows handed back for repair. In front,
 * because rows with surplus cells keep their cells under each other's headers there, and it is seen without scrolling.
 */
export const reasonHeader = '原因';

/** Whether a table is one of rows handed back: its first column holds reasons, which are no data. */
export function startsWithReason(headers: readonly string[]): boolean {
  const [first] = headers;
  return first !== undefined && normalizeHeader(first) === reasonHeader;
}

/** How many columns stand before the data: column numbers of mappings count without them. */
export function reasonColumns(headers: readonly string[]): 0 | 1 {
  return startsWithReason(headers) ? 1 : 0;
}
