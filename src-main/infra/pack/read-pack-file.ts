import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WrittenFile } from '#domain/copy-pack/manifest';
import { asOpenFailure, readWhole } from './open-pack.ts';
import { packFailure } from './pack-failure.ts';
import { openFolder, openZip, type PackSource } from './pack-source.ts';

/**
 * One file of a pack, when it is still byte for byte the one that was exported. A file of another size is not read.
 * @throws AppError `FILE_GONE` (pack-not-found), `FILE_UNREADABLE` (pack-changed, pack-damaged)
 */
export async function readPackFile(pack: string, wanted: WrittenFile): Promise<Buffer> {
  const file = basename(pack);
  let source: PackSource | null = null;
  try {
    source = (await stat(pack)).isDirectory() ? await openFolder(pack) : await openZip(pack);
    const found = source.files.find(({ path }) => path === wanted.path);
    if (!found) throw packFailure('FILE_GONE', 'pack-not-found', { file });
    const bytes = found.bytes === wanted.bytes ? await readWhole(found) : null;
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== wanted.sha256) {
      throw packFailure('FILE_UNREADABLE', 'pack-changed', { file, count: 1, what: wanted.path });
    }
    return bytes;
  } catch (error) {
    throw asOpenFailure(error, file);
  } finally {
    source?.close();
  }
}
