import { countKnownHeaders } from '#domain/import/recognise-table';
import { DelimitedScanner } from './delimited-scanner.ts';

const candidates = [',', '\t', ';', '|'] as const;

/** What Chinese input methods write for a comma. It stands in many titles, so only header names make it a delimiter. */
const wideComma = '，';
const enoughNames = 2;

function isHeadedByWideCommas(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 40);
  return lines.some((line) => line.includes(wideComma) && countKnownHeaders(line.split(wideComma)) >= enoughNames);
}

interface Score {
  delimiter: string;
  value: number;
}

function usualWidth(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = { width: 1, share: 0 };
  for (const [width, count] of counts) {
    const share = count / widths.length;
    if (width > 1 && share > best.share) best = { width, share };
  }
  return best;
}

function scoreOf(text: string, delimiter: string): Score {
  const scanner = new DelimitedScanner(delimiter);
  // The last row of a sample may be cut, so only complete ones count.
  const complete = scanner.push(text);
  const rows = complete.length > 0 ? complete : scanner.finish();
  const { width, share } = usualWidth(rows.map((row) => row.cells.length));
  const known = Math.max(0, ...rows.slice(0, 40).map((row) => countKnownHeaders(row.cells)));
  return { delimiter, value: width < 2 && known < 2 ? 0 : known * 100 + share * 10 + Math.log2(width) };
}

/**
 * The character between the cells of a text, judged by structure: known header names first, then how many rows have the
 * same width. Neither commas in a title line above the table nor 、 and ； in texts mislead it.
 */
export function detectDelimiter(text: string): string {
  let best: Score = { delimiter: ',', value: 0 };
  for (const delimiter of isHeadedByWideCommas(text) ? [...candidates, wideComma] : candidates) {
    const score = scoreOf(text, delimiter);
    if (score.value > best.value) best = score;
  }
  return best.delimiter;
}

/** `sep=;` on the first line is an order to Excel, which does not count it as a row. */
const separatorLine = /^sep=(.)(?:\r\n|\r|\n)/i;

/** The delimiter a text orders and what follows the order; null when it has none. */
export function orderedDelimiter(text: string): { delimiter: string; length: number } | null {
  const [line, delimiter] = separatorLine.exec(text) ?? [];
  return line !== undefined && delimiter !== undefined ? { delimiter, length: line.length } : null;
}
