import { type FileHandle, open, stat } from 'node:fs/promises';
import type { FileStamp } from '#domain/import/file-inspection';
import { cancelled, fileFailure, fromSystemError } from './file-failure.ts';
import { readingLimits } from './reading-limits.ts';

/** Bytes that can be read anywhere: a file, or a member of an archive held in memory. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes at `position`; fewer only at the end. */
  read(position: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface FileSource extends ByteSource {
  readonly stamp: FileStamp;
  /** Fails with `file-gone` or `file-changed` when the file is not what it was when it was opened. */
  assertUnchanged(): Promise<void>;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.byteLength,
    read: async (position, length) => bytes.subarray(position, position + length),
    close: async () => {},
  };
}

/**
 * Waits for a read, but no longer than `stallMs` and not past an abort. A read that never returns (a lost network drive)
 * cannot be stopped, only left behind.
 */
export async function guarded<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
  stallMs: number,
): Promise<Result> {
  if (signal?.aborted) throw cancelled();
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(cancelled());
  const timer = setTimeout(() => reject(fileFailure('read-stalled', { seconds: Math.round(stallMs / 1000) })), stallMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, interrupted]);
  } catch (error) {
    throw fromSystemError(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Wraps every read of a source in {@link guarded}. */
export function guardedSource(
  source: ByteSource,
  signal?: AbortSignal,
  stallMs: number = readingLimits.stallMs,
): ByteSource {
  return {
    size: source.size,
    read: (position, length) => guarded(source.read(position, length), signal, stallMs),
    close: () => source.close(),
  };
}

async function readFully(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Opens a file for reading. Folders, pipes and devices are refused: reading them may never end. */
export async function openFileSource(path: string, signal?: AbortSignal): Promise<FileSource> {
  const before = await guarded(stat(path), signal, readingLimits.stallMs);
  if (!before.isFile()) throw fileFailure('not-a-file');
  const handle = await guarded(open(path, 'r'), signal, readingLimits.stallMs);
  const { size, mtimeMs: modifiedMs } = await guarded(handle.stat(), signal, readingLimits.stallMs);
  const stamp: FileStamp = { size, modifiedMs };
  const source = guardedSource(
    {
      size,
      async read(position, length) {
        const wanted = Math.max(0, Math.min(length, size - position));
        const bytes = await readFully(handle, position, wanted);
        if (bytes.length < wanted) throw fileFailure('file-changed');
        return bytes;
      },
      close: () => handle.close(),
    },
    signal,
  );
  return {
    ...source,
    stamp,
    async assertUnchanged() {
      const now = await guarded(stat(path), signal, readingLimits.stallMs);
      if (now.size !== size || now.mtimeMs !== modifiedMs) throw fileFailure('file-changed');
    },
  };
}

/** The bytes of a source in order. */
export async function* sourceChunks(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < source.size; position += readingLimits.readBytes) {
    yield await source.read(position, readingLimits.readBytes);
  }
}

/** All bytes of `chunks` in one block of its own, when there are not more than whole-file formats may have. */
export async function gatherBytes(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array<ArrayBuffer>> {
  if (size > readingLimits.wholeFileBytes) {
    throw fileFailure('too-large-for-format', { megabytes: readingLimits.wholeFileBytes / 1024 / 1024 });
  }
  const bytes = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of chunks) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return bytes;
}
