import { mkdir, writeFile } from 'node:fs/promises';
import { freePath } from './free-path.ts';
import { writeAside } from './write-aside.ts';

/**
 * Writes a text into a folder under a name that is free.
 * @returns where it is
 * @throws AppError `DISK_FULL`, or why the folder cannot be written to
 */
export async function exportText(folder: string, name: string, ending: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = freePath(folder, name, ending);
  await writeAside(path, (unfinished) => writeFile(unfinished, text, { flag: 'wx', flush: true }));
  return path;
}
