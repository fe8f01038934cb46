import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, openPromise } from 'yauzl';
import { isPackPath } from '#domain/copy-pack/manifest';
import { packFileNames } from '#domain/copy-pack/plan-pack';
import { packFailure } from './pack-failure.ts';

/** A file inside a pack, listed but not read. */
export interface SourceFile {
  /** Relative to the pack's manifest, with `/`. */
  path: string;
  bytes: number;
  open(): Promise<Readable>;
}

/** A pack on disk, as a folder or as a ZIP archive. */
export interface PackSource {
  container: 'zip' | 'folder';
  files: readonly SourceFile[];
  close(): void;
}

/** Packs have three files and a folder of up to ten for each of 5,000 items. */
const mostFiles = 60_000;
/** Item folders only; nothing of ours lies deeper. */
const deepest = 2;
/** What file managers leave behind. */
const litter = /^(?:thumbs\.db|desktop\.ini|\.ds_store|__macosx)$/i;

/** Lists a folder. Links are not followed: what they point to is no part of the pack. */
export async function openFolder(folder: string): Promise<PackSource> {
  const files: SourceFile[] = [];
  async function list(relative: string, depth: number): Promise<void> {
    for (const entry of await readdir(join(folder, relative), { withFileTypes: true })) {
      if (litter.test(entry.name)) continue;
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory() && depth < deepest) await list(path, depth + 1);
      else files.push(await describe(join(folder, path), path, entry.isFile()));
      if (files.length > mostFiles)
        throw packFailure('FILE_UNREADABLE', 'pack-hostile', { file: folder, what: 'files' });
    }
  }
  await list('', 1);
  return { container: 'folder', files, close: () => undefined };
}

/** Links, pipes and the like have no size that a manifest could name, and so are never opened. */
async function describe(whole: string, path: string, isFile: boolean): Promise<SourceFile> {
  const bytes = isFile ? (await lstat(whole)).size : Number.POSITIVE_INFINITY;
  return { path, bytes, open: () => Promise.resolve(createReadStream(whole)) };
}

const utf8Flag = 0x800;

/** Archives that Windows packed again may carry names in GBK without saying so. */
function entryName({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  if (generalPurposeBitFlag & utf8Flag) return fileNameRaw.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(fileNameRaw);
    throw error;
  }
}

/** Lists a ZIP archive. Nothing is unpacked; names that would leave the pack end in a refusal. */
export async function openZip(file: string): Promise<PackSource> {
  const zip = await openPromise(file, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  });
  try {
    const files: SourceFile[] = [];
    for await (const entry of zip.eachEntry()) {
      const path = entryName(entry).replaceAll('\\', '/');
      const parts = path.split('/');
      if (path.endsWith('/') || parts.some((part) => litter.test(part))) continue;
      if (!isPackPath(path)) throw packFailure('FILE_UNREADABLE', 'pack-hostile', { file, what: path.slice(0, 80) });
      files.push({ path, bytes: entry.uncompressedSize, open: () => zip.openReadStreamPromise(entry) });
      if (files.length > mostFiles) throw packFailure('FILE_UNREADABLE', 'pack-hostile', { file, what: 'files' });
    }
    return { container: 'zip', files: withoutRoot(files), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Paths from the folder the manifest lies in: a pack folder that was zipped whole has one folder around everything. */
function withoutRoot(files: readonly SourceFile[]): readonly SourceFile[] {
  if (files.some(({ path }) => path === packFileNames.manifest)) return files;
  const manifests = files.filter(({ path }) => path.split('/')[1] === packFileNames.manifest);
  const root = manifests.length === 1 ? `${manifests[0]?.path.split('/')[0] ?? ''}/` : '';
  return root === ''
    ? files
    : files.map((file) => ({ ...file, path: file.path.startsWith(root) ? file.path.slice(root.length) : file.path }));
}
