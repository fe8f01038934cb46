import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#contract/errors';
import { type PackManifest, readManifest } from '#domain/copy-pack/manifest';
import { packLimits } from '#domain/copy-pack/pack-limits';
import { packFileNames } from '#domain/copy-pack/plan-pack';
import { type FoundFile, readPack, textPaths } from '#domain/copy-pack/read-pack';
import type { PackOnDisk } from '#app/ports/pack-reader';
import { isMissing, packFailure, throwIfCancelled } from './pack-failure.ts';
import { openFolder, openZip, type PackSource, type SourceFile } from './pack-source.ts';

export interface OpenOptions {
  signal: AbortSignal;
  /** Files looked at so far and in all. */
  progress?: (done: number, total: number) => void;
}

/**
 * Opens a pack made by this program, folder or ZIP, and compares every listed file with what was exported. Files of
 * another size are not read, unlisted ones neither, so a hostile pack costs no more than an honest one.
 * @throws AppError `FILE_GONE` (pack-not-found), `FILE_UNREADABLE` (not-a-pack, pack-from-future, pack-hostile,
 * pack-damaged), `CANCELLED`
 */
export async function openPack(path: string, options: OpenOptions): Promise<PackOnDisk> {
  const file = basename(path);
  let source: PackSource | null = null;
  try {
    source = (await stat(path)).isDirectory() ? await openFolder(path) : await openZip(path);
    const { manifest, bytes } = await loadManifest(source, file);
    const { files, texts } = await examine(source, manifest, options);
    return {
      ...readPack({ manifest, files, texts }),
      container: source.container,
      manifestText: bytes.toString('utf8'),
      manifestSha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch (error) {
    throw asOpenFailure(error, file);
  } finally {
    source?.close();
  }
}

/** Whether the path holds a pack made by this program; reads no more than its manifest. */
export async function isPack(path: string): Promise<boolean> {
  let source: PackSource | null = null;
  try {
    source = (await stat(path)).isDirectory() ? await openFolder(path) : await openZip(path);
    await loadManifest(source, basename(path));
    return true;
  } catch (error) {
    if (asOpenFailure(error, '') instanceof AppError) return false;
    throw error;
  } finally {
    source?.close();
  }
}

/** What kept a pack from being opened, as a failure with a sentence; bugs stay as they are. */
export function asOpenFailure(error: unknown, file: string): unknown {
  if (error instanceof AppError) return error;
  if (isMissing(error)) return packFailure('FILE_GONE', 'pack-not-found', { file }, error);
  // yauzl reports a damaged archive as a plain Error, zlib and the file system with a code. Its words are for programmers.
  const expected = error instanceof Error && error.constructor === Error;
  return expected ? packFailure('FILE_UNREADABLE', 'pack-damaged', { file }, error) : error;
}

async function loadManifest(source: PackSource, file: string): Promise<{ manifest: PackManifest; bytes: Buffer }> {
  const found = source.files.find(({ path }) => path === packFileNames.manifest);
  if (!found || found.bytes > packLimits.manifestBytes) throw packFailure('FILE_UNREADABLE', 'not-a-pack', { file });
  const bytes = await readWhole(found);
  const read = readManifest(bytes.toString('utf8'));
  if (!read.ok) throw packFailure('FILE_UNREADABLE', read.reason, { file, what: read.detail });
  return { manifest: read.manifest, bytes };
}

/** A file's contents. Its size was looked at before: the caller knows what it lets in. */
export async function readWhole(file: SourceFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function examine(
  source: PackSource,
  manifest: PackManifest,
  { signal, progress }: OpenOptions,
): Promise<{ files: FoundFile[]; texts: Map<string, string> }> {
  const listed = new Map(manifest.files.map((file) => [file.path, file.bytes]));
  const wanted = new Set(textPaths(manifest));
  const expected = manifest.items.reduce((sum, { text }) => sum + (listed.get(text) ?? 0), 0);
  if (expected > packLimits.allTextBytes) throw packFailure('FILE_UNREADABLE', 'pack-hostile', { what: 'texts' });
  const files: FoundFile[] = [];
  const texts = new Map<string, string>();
  for (const [index, file] of source.files.entries()) {
    throwIfCancelled(signal);
    const { path, bytes } = file;
    // Of another size than listed means changed, and a changed text is not shown.
    const isText = wanted.has(path) && bytes === listed.get(path) && bytes <= packLimits.textBytes;
    const content = isText ? await readWhole(file) : null;
    if (content) texts.set(path, content.toString('utf8'));
    const sameSize = listed.get(path) === bytes;
    files.push({ path, bytes, sha256: sameSize ? await digest(file, content) : null });
    progress?.(index + 1, source.files.length);
  }
  return { files, texts };
}

async function digest(file: SourceFile, content: Buffer | null): Promise<string> {
  const hash = createHash('sha256');
  if (content) return hash.update(content).digest('hex');
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
