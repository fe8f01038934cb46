import { watch } from 'node:fs';
import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { FolderListing, FolderReader, FoundFile } from '#app/ports/watched-folder';
import { AppError } from '#contract/errors';
import { tableExtensions } from '#contract/table-extensions';
import type { WatchFailure } from '#contract/messages/watch-messages';
import { guarded } from '../spreadsheet/byte-source.ts';
import { readingLimits } from '../spreadsheet/reading-limits.ts';
import { hashFile } from './hash-file.ts';

/** Names looked at in one folder, and table files among them. */
const mostEntries = 20_000;
const mostFiles = 2_000;

/** Lock files of Excel and WPS, and hidden files. */
const isPassing = /^(?:\.|~\$)/;
const isTable = new RegExp(String.raw`\.(?:${tableExtensions.join('|')})$`, 'i');

/** Whether a name is one of a file that may hold a table; `….csv.crdownload`, `….xlsx.part` and the like end in no table's name. */
export const isOfferable = (name: string): boolean => isTable.test(name) && !isPassing.test(name);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
const goneCodes = ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE'];
const isGone = (error: unknown): boolean => goneCodes.includes(codeOf(error instanceof AppError ? error.cause : error));

const refusal = (reason: WatchFailure, folder: string): AppError =>
  new AppError('VALIDATION', `${reason}: ${folder}`, { params: { reason, folder, detail: folder } });

interface Surroundings {
  /** The app's own folder, which is not watched. */
  dataDir: string;
  logBug(error: unknown, where: string): string;
}

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

/** The file as it lies in the folder; null for links, folders, empty files and what is gone by now. */
async function lookAt(folder: string, name: string): Promise<FoundFile | null> {
  try {
    const found = await lstat(join(folder, name));
    return found.isFile() && found.size > 0 ? { name, bytes: found.size, modifiedMs: found.mtimeMs } : null;
  } catch {
    return null;
  }
}

async function listFolder(folder: string): Promise<FolderListing> {
  const files: FoundFile[] = [];
  let entries = 0;
  for await (const entry of await opendir(folder)) {
    entries += 1;
    if (entries > mostEntries || files.length >= mostFiles) return { files, problem: 'too-many' };
    if (!entry.isFile() || !isOfferable(entry.name)) continue;
    const file = await lookAt(folder, entry.name);
    if (file) files.push(file);
  }
  return { files, problem: null };
}

/** A folder of this computer, or of a drive that comes and goes. */
export function createFolderReader({ dataDir, logBug }: Surroundings): FolderReader {
  return {
    async check(path) {
      if (!isAbsolute(path)) throw refusal('folder-not-absolute', path);
      try {
        const real = await guarded(realpath(path), undefined, readingLimits.stallMs);
        if (!(await stat(real)).isDirectory()) throw refusal('folder-is-file', path);
        if (isInside(await realpath(dataDir), real)) throw refusal('folder-is-data', path);
        await (await opendir(real)).close();
        return real;
      } catch (error) {
        if (error instanceof AppError && error.code === 'VALIDATION') throw error;
        throw refusal(isGone(error) ? 'folder-not-found' : 'folder-no-access', path);
      }
    },
    async list(folder) {
      try {
        return await guarded(listFolder(folder), undefined, readingLimits.stallMs);
      } catch (error) {
        return { files: [], problem: isGone(error) ? 'gone' : 'no-access' };
      }
    },
    async hash(folder, file, signal) {
      const isUnchanged = async (): Promise<boolean> => {
        const now = await lookAt(folder, file.name);
        return now?.bytes === file.bytes && now.modifiedMs === file.modifiedMs;
      };
      try {
        if (!(await isUnchanged())) return null;
        const sha256 = await hashFile(join(folder, file.name), signal);
        return (await isUnchanged()) ? sha256 : null;
      } catch (error) {
        // Still held by the program that writes it, or gone again: it is looked at another time.
        if (error instanceof AppError) return null;
        throw error;
      }
    },
    listen(folder, onChange) {
      try {
        const watcher = watch(folder, { persistent: false }, onChange);
        watcher.on('error', () => watcher.close());
        return () => watcher.close();
      } catch (error) {
        // Not every drive can tell of changes; looking now and then finds them too.
        logBug(error, 'listening to a folder');
        return () => undefined;
      }
    },
    pathOf: (folder, name) => join(folder, name),
  };
}
