import { isAscii } from 'node:buffer';
import type { RawRow } from '#domain/import/raw-row';
import type { FileRemark } from '#domain/import/file-inspection';
import type { TextEncodingName } from '#domain/import/file-inspection';
import { DelimitedScanner } from './delimited-scanner.ts';
import { detectDelimiter, orderedDelimiter } from './delimiter.ts';
import { cancelled } from './file-failure.ts';
import { readingLimits } from './reading-limits.ts';
import type { Table } from './table.ts';
import type { TableInput } from './table-input.ts';
import { createTextDecoding, detectEncoding, type EncodingReading } from './text-encoding.ts';

/** What the user, or an earlier look at the file, has settled. */
export interface DelimitedChoices {
  encoding?: TextEncodingName | undefined;
  delimiter?: string | undefined;
  /** Width of the table, when known. */
  columns?: number | undefined;
}

const sampleBytes = 256 * 1024;
/** How far an ASCII beginning is followed to the first character that tells the encoding. */
const asciiReachBytes = 64 * 1024 * 1024;

/** All bytes before the first foreign one are ASCII, so the chunk that holds it starts at a character. */
async function encodingPastAscii(input: TableInput): Promise<EncodingReading | null> {
  let passed = 0;
  for await (const chunk of input.chunks()) {
    if (!isAscii(chunk)) return detectEncoding(chunk);
    passed += chunk.length;
    if (passed >= asciiReachBytes) return null;
  }
  return null;
}

async function readEncoding(input: TableInput, head: Uint8Array): Promise<EncodingReading> {
  const reading = detectEncoding(head);
  if (!reading.ascii || input.size <= head.length) return reading;
  return (await encodingPastAscii(input)) ?? reading;
}

async function* scanRows(
  input: TableInput,
  encoding: TextEncodingName,
  delimiter: string,
  columns: number,
  signal?: AbortSignal,
): AsyncGenerator<RawRow[]> {
  const decoding = createTextDecoding(encoding);
  const scanner = new DelimitedScanner(delimiter, columns);
  let started = false;
  for await (const bytes of input.chunks()) {
    if (signal?.aborted) throw cancelled();
    let text = decoding.push(bytes);
    if (!started) text = text.slice(orderedDelimiter(text)?.length ?? 0);
    started = true;
    yield* inChunks(scanner.push(text));
  }
  yield* inChunks(scanner.push(decoding.finish()));
  yield* inChunks(scanner.finish());
}

function* inChunks(rows: RawRow[]): Generator<RawRow[]> {
  for (let at = 0; at < rows.length; at += readingLimits.rowsPerChunk) {
    yield rows.slice(at, at + readingLimits.rowsPerChunk);
  }
}

/** Opens a .csv, .tsv or .txt. */
export async function openDelimitedTable(
  input: TableInput,
  choices: DelimitedChoices,
  signal?: AbortSignal,
): Promise<Table> {
  const head = await input.head(sampleBytes);
  const detected = choices.encoding ? null : await readEncoding(input, head);
  const encoding = choices.encoding ?? detected?.encoding ?? 'utf-8';
  const text = createTextDecoding(encoding).push(head);
  const ordered = orderedDelimiter(text);
  const delimiter = choices.delimiter ?? ordered?.delimiter ?? detectDelimiter(text);
  const remarks: FileRemark[] = [];
  if (detected?.damaged) remarks.push({ code: 'encoding-damaged', params: { encoding } });
  return {
    container: 'csv',
    encoding,
    delimiter,
    sheets: [],
    remarks,
    async *rows(_sheet, upTo = Number.POSITIVE_INFINITY) {
      let read = 0;
      for await (const rows of scanRows(input, encoding, delimiter, choices.columns ?? 0, signal)) {
        yield rows;
        read += rows.length;
        if (read >= upTo) return;
      }
    },
    close: async () => {},
  };
}
