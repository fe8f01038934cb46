import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asWriteFailure } from './write-failure.ts';
import { removeLeftovers, unfinishedPath } from './unfinished.ts';

/**
 * Writes a file beside its place and puts it there when it is whole, so that nobody ever finds half of it.
 * @param write creates the file at the path it is given
 * @throws AppError `DISK_FULL`, or why the folder cannot be written to
 */
export async function writeAside(path: string, write: (unfinished: string) => Promise<unknown>): Promise<void> {
  const unfinished = unfinishedPath(path);
  try {
    await removeLeftovers(path);
    await write(unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw asWriteFailure(error, dirname(path));
  }
}
