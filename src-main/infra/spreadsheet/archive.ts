import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { AppError } from '#contract/errors';
import type { ByteSource } from './byte-source.ts';
import { fileFailure } from './file-failure.ts';
import { readingLimits } from './reading-limits.ts';
import { createTextDecoding, detectEncoding } from './text-encoding.ts';

export interface ArchiveEntry {
  /** As shown to the user; never used as a path. */
  name: string;
  /** Unpacked bytes as the archive states them. */
  size: number;
  open(): Promise<Readable>;
  crc32: number;
}

export interface Archive {
  entries: readonly ArchiveEntry[];
  /** The entry of this name, ignoring case. */
  find(name: string): ArchiveEntry | undefined;
}

/** Gives yauzl the bytes of any source, with the source's own guards against stalls and aborts. */
class SourceReader extends RandomAccessReader {
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { source } = this;
    async function* bytes(): AsyncGenerator<Uint8Array> {
      for (let at = start; at < end; at += readingLimits.readBytes) {
        yield await source.read(at, Math.min(readingLimits.readBytes, end - at));
      }
    }
    return Readable.from(bytes(), { objectMode: false });
  }
}

const utf8NameFlag = 0x800;

/** Archives made on Chinese Windows carry GBK names without saying so. */
function entryName(entry: Entry): string {
  const bytes = entry.fileNameRaw;
  const encoding = entry.generalPurposeBitFlag & utf8NameFlag ? 'utf-8' : detectEncoding(bytes).encoding;
  return createTextDecoding(encoding).push(bytes).replaceAll('\\', '/').replaceAll('\0', '');
}

function damaged(error: unknown): unknown {
  return error instanceof AppError ? error : fileFailure('archive-damaged', {}, error);
}

function assertBounded(entry: Entry): void {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  const shrunk = size / Math.max(packed, 1);
  if (size > readingLimits.partBytes || (size > readingLimits.bombBytes && shrunk > readingLimits.bombRatio)) {
    throw fileFailure('archive-bomb', { megabytes: Math.ceil(size / 1024 / 1024) });
  }
}

function toEntry(zip: ZipFile, entry: Entry): ArchiveEntry {
  return {
    name: entryName(entry),
    size: entry.uncompressedSize,
    crc32: entry.crc32,
    async open() {
      if (entry.isEncrypted()) throw fileFailure('password-protected');
      assertBounded(entry);
      return zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw damaged(error);
      });
    },
  };
}

/**
 * Opens a .zip (or .xlsx) by its central directory, which a half-written file does not have. Entries are listed, never
 * unpacked to disk.
 */
export async function openArchive(source: ByteSource): Promise<Archive> {
  const entries: ArchiveEntry[] = [];
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    });
    for await (const entry of zip.eachEntry()) {
      entries.push(toEntry(zip, entry));
      if (entries.length >= readingLimits.archiveEntries) break;
    }
  } catch (error) {
    throw damaged(error);
  }
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return { entries, find: (name) => byName.get(name.toLowerCase()) };
}

/** The unpacked bytes of an entry. Fails with `archive-damaged` when they are not what was packed. */
export async function* entryChunks(entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
  const stream = await entry.open();
  let checksum = 0;
  let complete = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    complete = true;
  } catch (error) {
    throw damaged(error);
  } finally {
    stream.destroy();
  }
  if (complete && checksum !== entry.crc32) throw fileFailure('archive-damaged');
}

/** The first bytes of an entry, at most `length`. */
export async function entryHead(entry: ArchiveEntry, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of entryChunks(entry)) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}
