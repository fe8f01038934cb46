import fs from 'node:fs/promises';
import { extname } from 'node:path';
import type { PackReader } from '#app/ports/pack-reader';
import { packLimits } from '#domain/copy-pack/pack-limits';
import { safeName } from '#domain/copy-pack/safe-name';
import { freePath } from '#infra/files/free-path';
import { openPack } from './open-pack.ts';

/** Reads packs from disk. `packsFolder` is where uploads are kept. */
export function createPackReader(packsFolder: string): PackReader {
  return {
    open: openPack,
    exists: pathExists,
    async keep(path, name) {
      await fs.mkdir(packsFolder, { recursive: true });
      const ending = extname(name).toLowerCase() === '.zip' ? '.zip' : '';
      const plain = safeName(ending === '' ? name : name.slice(0, -ending.length), packLimits.packNameUnits, '文案包');
      const kept = freePath(packsFolder, plain, ending);
      await fs.rename(path, kept);
      return kept;
    },
  };
}

/** Whether a file or folder lies there; false as well when it cannot be looked at. */
export function pathExists(path: string): Promise<boolean> {
  return fs.access(path).then(
    () => true,
    () => false,
  );
}
