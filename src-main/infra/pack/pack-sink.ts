import fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackTarget } from '#app/ports/pack-writer';
import { lookAtTarget } from './pack-target.ts';
import { removeLeftovers, unfinishedPath } from '#infra/files/unfinished';
import { ZipWriter } from './zip-writer.ts';

/** Takes the files of a pack one by one. Until `commit` nothing of it is to be seen at the target. */
export interface PackSink {
  write(path: string, bytes: Buffer): Promise<void>;
  /** Puts the finished pack in its place, in one step. */
  commit(): Promise<void>;
  /** Removes everything written so far. */
  discard(): Promise<void>;
}

/** @throws AppError `IO` (target-folder-missing), `CONFLICT` (target-not-ours) and what the file system says */
export async function openSink(target: PackTarget, modifiedAt: Date): Promise<PackSink> {
  await lookAtTarget(target);
  await removeLeftovers(target.path);
  return target.container === 'zip' ? openZipSink(target, modifiedAt) : openFolderSink(target);
}

async function openZipSink(target: PackTarget, modifiedAt: Date): Promise<PackSink> {
  const unfinished = unfinishedPath(target.path);
  const file = await fs.open(unfinished, 'wx');
  const archive = new ZipWriter(async (bytes) => {
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
  }, modifiedAt);
  return {
    write: (path, bytes) => archive.add(path, bytes, !path.endsWith('.jpg')),
    async commit() {
      await archive.finish();
      await file.sync();
      await file.close();
      await lookAtTarget(target);
      await fs.rename(unfinished, target.path);
    },
    async discard() {
      await file.close();
      await fs.rm(unfinished, { force: true });
    },
  };
}

async function openFolderSink(target: PackTarget): Promise<PackSink> {
  const unfinished = unfinishedPath(target.path);
  await fs.mkdir(unfinished);
  const folders = new Set<string>(['.']);
  return {
    async write(path, bytes) {
      const folder = dirname(path);
      if (!folders.has(folder)) {
        await fs.mkdir(join(unfinished, folder), { recursive: true });
        folders.add(folder);
      }
      await fs.writeFile(join(unfinished, path), bytes, { flag: 'wx' });
    },
    commit: () => replaceFolder(unfinished, target),
    discard: () => fs.rm(unfinished, { recursive: true, force: true }),
  };
}

/** Swaps the finished folder in; an older pack is only removed when the new one is in its place. */
async function replaceFolder(unfinished: string, target: PackTarget): Promise<void> {
  const present = await lookAtTarget(target);
  if (present === 'empty') await fs.rmdir(target.path);
  if (present !== 'our-pack') return fs.rename(unfinished, target.path);
  const old = unfinishedPath(target.path);
  await fs.rename(target.path, old);
  try {
    await fs.rename(unfinished, target.path);
  } catch (error) {
    await fs.rename(old, target.path);
    throw error;
  }
  await fs.rm(old, { recursive: true, force: true });
}
