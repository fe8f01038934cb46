import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
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

let made = 0;

/** Stands for the target's name, which may itself be as long as names can be. */
const nameMark = (target: string): string => createHash('sha256').update(basename(target)).digest('hex').slice(0, 16);

/**
 * A name beside the target for the unfinished pack: the same disk, so that renaming is one step, and hidden. The process
 * id tells leftovers of a crash from the work of another running program.
 */
export function unfinishedPath(target: string): string {
  made += 1;
  return join(dirname(resolve(target)), `.taoke-${nameMark(target)}-${process.pid}-${made}.unfinished`);
}

const unfinishedName = /^\.taoke-([0-9a-f]{16})-(\d+)-\d+\.unfinished$/;

/** Removes what crashed exports to the same target left behind. */
export async function removeLeftovers(target: string): Promise<void> {
  const parent = dirname(resolve(target));
  for (const name of await fs.readdir(parent)) {
    const [, of, pid] = unfinishedName.exec(name) ?? [];
    if (of !== nameMark(target) || isRunning(Number(pid))) continue;
    await fs.rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: running, under another user.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
