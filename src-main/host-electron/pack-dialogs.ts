import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialogs } from './dialogs.ts';

const zipFilter = { name: '文案包 (ZIP)', extensions: ['zip'] };

export const pickZipTarget = (dialogs: Dialogs, name: string): Promise<string | null> =>
  dialogs.save({ defaultPath: name, filters: [zipFilter] });

/** Asks for the folder around the pack and gives a name in it that is not taken. */
export async function pickFolderTarget(dialogs: Dialogs, name: string): Promise<string | null> {
  const [around] = await dialogs.open({ properties: ['openDirectory', 'createDirectory'] });
  if (around === undefined) return null;
  for (let count = 1; ; count++) {
    const path = join(around, count === 1 ? name : `${name} (${count})`);
    if (!existsSync(path)) return path;
  }
}

/** Windows and Linux have no dialog that takes either a file or a folder, so the user says first which it is. */
export async function pickPack(dialogs: Dialogs, container: 'zip' | 'folder'): Promise<string | null> {
  const [path] = await dialogs.open(
    container === 'folder'
      ? { properties: ['openDirectory'] }
      : { properties: ['openFile'], filters: [zipFilter, { name: '所有文件', extensions: ['*'] }] },
  );
  return path ?? null;
}
