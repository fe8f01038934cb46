import { type Archive, type ArchiveEntry, entryChunks, entryHead, openArchive } from './archive.ts';
import { type ByteSource, gatherBytes, memorySource, sourceChunks } from './byte-source.ts';

/** Bytes of one table, wherever they are: a file of its own or a member of a .zip. */
export interface TableInput {
  size: number;
  head(length: number): Promise<Uint8Array>;
  /** All bytes in order; can be started again. */
  chunks(): AsyncGenerator<Uint8Array>;
  /** All bytes at once, in a block of their own. */
  whole(): Promise<Uint8Array<ArrayBuffer>>;
  archive(): Promise<Archive>;
}

export function inputFromSource(source: ByteSource): TableInput {
  return {
    size: source.size,
    head: (length) => source.read(0, length),
    chunks: () => sourceChunks(source),
    whole: () => gatherBytes(sourceChunks(source), source.size),
    archive: () => openArchive(source),
  };
}

/** Text members are streamed; formats that need random access are unpacked into memory, within the limit. */
export function inputFromEntry(entry: ArchiveEntry): TableInput {
  const whole = () => gatherBytes(entryChunks(entry), entry.size);
  return {
    size: entry.size,
    head: (length) => entryHead(entry, length),
    chunks: () => entryChunks(entry),
    whole,
    archive: async () => openArchive(memorySource(await whole())),
  };
}
