import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dialogs } from './dialogs.ts';
import { pickFolderTarget, pickPack } from './pack-dialogs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-dialogs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const choosing = (...paths: string[]): Dialogs => ({
  open: () => Promise.resolve(paths),
  save: () => Promise.resolve(paths[0] ?? null),
});

test('a folder pack gets a free name inside the folder chosen', async () => {
  expect(await pickFolderTarget(choosing(folder), '活动')).toBe(join(folder, '活动'));
  mkdirSync(join(folder, '活动'));
  expect(await pickFolderTarget(choosing(folder), '活动')).toBe(join(folder, '活动 (2)'));
});

test('cancelling chooses nothing', async () => {
  expect(await pickFolderTarget(choosing(), '活动')).toBeNull();
  expect(await pickPack(choosing(), 'zip')).toBeNull();
  expect(await pickPack(choosing(), 'folder')).toBeNull();
});
