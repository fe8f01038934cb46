import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

let made = 0;

/** Stands for the target's name, which may itself be as long as names can be. */
const nameMark = (target: string): string => createHash('sha256').update(basename(target)).digest('hex').slice(0, 16);

/**
 * A name beside the target for what is not finished yet: the same disk, so that renaming is one step, and hidden. The process
 * id tells leftovers of a crash from the work of another running program.
 */
export function unfinishedPath(target: string): string {
  made += 1;
  return join(dirname(resolve(target)), `.taoke-${nameMark(target)}-${process.pid}-${made}.unfinished`);
}

const unfinishedName = /^\.taoke-([0-9a-f]{16})-(\d+)-\d+\.unfinished$/;

/** Removes what programs that died while writing the same target left behind. */
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
