import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from './system-error.ts';

/** Raised when pictures are made differently, so that old files are not taken for new ones. */
const recipe = 1;

/** Failures of the file system: the cache is then simply of no help. */
const isSystemError = (error: unknown): boolean => systemErrorCode(error) !== '';

function helpless(error: unknown): void {
  if (!isSystemError(error)) throw error;
}

/** Ready JPEGs on disk, named by the hash of what they were made from; any file may vanish at any time. */
export class ImageCache {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  private pathOf(source: string): { folder: string; file: string } {
    const hash = createHash('sha256').update(`${recipe}\n${source}`).digest('hex');
    const folder = join(this.folder, hash.slice(0, 2));
    return { folder, file: join(folder, `${hash}.jpg`) };
  }

  /** The picture, or null when there is none that is whole. */
  async get(source: string): Promise<Buffer | null> {
    const { file } = this.pathOf(source);
    try {
      const bytes = await readFile(file);
      const whole =
        bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 && bytes.readUInt16BE(bytes.length - 2) === 0xffd9;
      if (!whole) return null;
      const now = new Date();
      await utimes(file, now, now);
      return bytes;
    } catch (error) {
      if (isSystemError(error)) return null;
      throw error;
    }
  }

  /** Keeps a picture. A full or read-only disk is no failure: the picture is made again next time. */
  async put(source: string, jpeg: Buffer): Promise<void> {
    const { folder, file } = this.pathOf(source);
    const half = `${file}.${randomUUID()}.part`;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(half, jpeg);
      await rename(half, file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await rm(half, { force: true }).catch(helpless);
    }
  }
}

/**
 * Removes the pictures that were not used for longest until the folder holds at most `maxBytes`; gives what was freed.
 * What cannot be removed now stays until another time.
 */
export async function pruneImageCache(folder: string, maxBytes: number): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    helpless(error);
    return [];
  });
  const files: { path: string; bytes: number; usedAt: number }[] = [];
  for (const name of names.filter((name) => /\.(?:jpg|part)$/.test(name))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found) files.push({ path, bytes: found.size, usedAt: found.mtimeMs });
  }
  files.sort((a, b) => a.usedAt - b.usedAt);
  let excess = files.reduce((sum, { bytes }) => sum + bytes, 0) - maxBytes;
  let freed = 0;
  for (const { path, bytes } of files) {
    if (excess <= 0) break;
    try {
      await rm(path, { force: true });
      excess -= bytes;
      freed += bytes;
    } catch (error) {
      helpless(error);
    }
  }
  return freed;
}
