import { join, resolve } from 'node:path';
import type { PackTarget } from '#app/ports/pack-writer';
import { packFileNames, type PackPlan } from '#domain/copy-pack/plan-pack';
import { packFailure } from './pack-failure.ts';

/** Explorer and most Windows programs open no path above 259 characters, though Node writes them. */
const windowsLimit = 259;

/**
 * Refuses a folder pack whose files Windows could not open, before anything is written.
 * @throws AppError `IO` (path-too-long) with how many characters the place must be shorter
 */
export function refuseLongPaths(plan: PackPlan, target: PackTarget, platform = process.platform): void {
  if (platform !== 'win32' || target.container !== 'folder') return;
  const paths = plan.items.flatMap(({ textPath, linkPath, images }) => [
    textPath,
    linkPath ?? '',
    ...images.map(({ path }) => path),
  ]);
  const longest = Math.max(...[...paths, ...Object.values(packFileNames)].map((path) => path.length));
  const excess = join(resolve(target.path), 'x').length - 1 + longest - windowsLimit;
  if (excess > 0) throw packFailure('IO', 'path-too-long', { folder: target.path, excess });
}
