import fs from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { PackTarget } from '#app/ports/pack-writer';
import { isMissing, packFailure } from './pack-failure.ts';
import { isPack, openPack } from './open-pack.ts';

/** What is at the target now, and may be replaced. */
export type Present = 'nothing' | 'empty' | 'our-pack';

/**
 * Looks at the target before and after the work. Only what cannot hurt is replaced: nothing, an empty file or folder,
 * a ZIP that is a pack, or a pack folder in which nobody changed or added anything.
 * @throws AppError `IO` (target-folder-missing), `CONFLICT` (target-not-ours)
 */
export async function lookAtTarget({ path, container }: PackTarget): Promise<Present> {
  const parent = dirname(resolve(path));
  const around = await fs.stat(parent).catch(nothingWhenMissing);
  if (!around?.isDirectory()) throw packFailure('IO', 'target-folder-missing', { folder: parent });
  const found = await fs.stat(path).catch(nothingWhenMissing);
  if (!found) return 'nothing';
  const isFolder = found.isDirectory();
  const empty = isFolder ? (await fs.readdir(path)).length === 0 : found.size === 0;
  if (isFolder === (container === 'folder')) {
    if (empty) return 'empty';
    if (isFolder ? await isUntouched(path) : await isPack(path)) return 'our-pack';
  }
  throw packFailure('CONFLICT', 'target-not-ours', { name: basename(path) });
}

function nothingWhenMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

async function isUntouched(path: string): Promise<boolean> {
  if (!(await isPack(path))) return false;
  const { problems } = await openPack(path, { signal: new AbortController().signal });
  return problems.every(({ problem }) => problem === 'missing');
}
