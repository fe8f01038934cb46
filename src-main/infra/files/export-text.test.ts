import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportText } from './export-text.ts';
import { unfinishedPath } from './unfinished.ts';
import { writeAside } from './write-aside.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('takes a free name, and makes the folder', async () => {
  const target = join(folder, 'exports');
  await exportText(target, '词表 2026-11-26', '.json', '一');
  const second = await exportText(target, '词表 2026-11-26', '.json', '二');
  expect(readdirSync(target).sort()).toEqual(['词表 2026-11-26 (2).json', '词表 2026-11-26.json']);
  expect(readFileSync(second, 'utf8')).toBe('二');
});

it('leaves nothing behind when the disk is full, and says so', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const path = join(folder, 'a.json');
  const writing = writeAside(path, async (unfinished) => {
    writeFileSync(unfinished, 'half');
    throw full;
  });
  await expect(writing).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(readdirSync(folder)).toEqual([]);
});

it('removes what a program that died while writing the same file left', async () => {
  const path = join(folder, 'a.json');
  const dead = 2 ** 22 + 1;
  const left = basename(unfinishedPath(path)).replace(`-${process.pid}-`, `-${dead}-`);
  writeFileSync(join(folder, left), 'half');
  await writeAside(path, async (unfinished) => writeFileSync(unfinished, 'whole'));
  expect(readdirSync(folder)).toEqual(['a.json']);
});
