import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FoundFile } from '#app/ports/watched-folder';
import { createFolderReader, isOfferable } from './folder-reader.ts';

const never = new AbortController().signal;
let root: string;
let folder: string;
let reader: ReturnType<typeof createFolderReader>;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'taoke-watch-')));
  folder = join(root, 'lists');
  for (const each of [folder, join(root, 'data')]) mkdirSync(each);
  reader = createFolderReader({ dataDir: join(root, 'data'), logBug: String });
});
afterEach(() => rmSync(root, { recursive: true }));

const reasonFor = (path: string): Promise<unknown> =>
  reader.check(path).then(
    () => null,
    (error: { params: { reason: string } }) => error.params.reason,
  );

describe('the folder on disk', () => {
  it.each(['选品.csv', 'a.XLSX', 'a.b.xls', '清单.zip', 'x.txt'])('offers %s', (name) => {
    expect(isOfferable(name)).toBe(true);
  });

  it.each(['~$选品.xlsx', '.~选品.xlsx', '.hidden.csv', 'a.csv.crdownload', 'a.xlsx.part', 'a.tmp', 'a.jpg', 'csv'])(
    'does not offer %s',
    (name) => {
      expect(isOfferable(name)).toBe(false);
    },
  );

  it('lists files that lie in it themselves: no links, no folders, nothing empty', async () => {
    writeFileSync(join(folder, 'a.csv'), 'x');
    writeFileSync(join(folder, 'empty.csv'), '');
    writeFileSync(join(root, 'outside.csv'), 'secret');
    mkdirSync(join(folder, 'folder.csv'));
    symlinkSync(join(root, 'outside.csv'), join(folder, 'link.csv'));
    const { files, problem } = await reader.list(folder);
    expect(problem).toBeNull();
    expect(files).toEqual([expect.objectContaining({ name: 'a.csv', bytes: 1 })]);
  });

  it('reads a file only as what it was listed as', async () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'x');
    const [file] = (await reader.list(folder)).files as [FoundFile];
    expect(await reader.hash(folder, file, never)).toMatch(/^[0-9a-f]{64}$/);
    expect(await reader.hash(folder, { ...file, bytes: 2 }, never)).toBeNull();
    rmSync(path);
    writeFileSync(join(root, 'outside.csv'), 'x');
    symlinkSync(join(root, 'outside.csv'), path);
    expect(await reader.hash(folder, file, never)).toBeNull();
  });

  it('says what stands in the way', async () => {
    writeFileSync(join(folder, 'a.csv'), 'x');
    expect(await reasonFor('lists')).toBe('folder-not-absolute');
    expect(await reasonFor(join(root, 'nowhere'))).toBe('folder-not-found');
    expect(await reasonFor(join(folder, 'a.csv'))).toBe('folder-is-file');
    expect(await reasonFor(join(root, 'data'))).toBe('folder-is-data');
    expect(await reasonFor(folder)).toBeNull();
    expect(await reader.list(join(root, 'nowhere'))).toEqual({ files: [], problem: 'gone' });
  });

  it('knows a folder by its real path', async () => {
    symlinkSync(folder, join(root, 'shortcut'));
    expect(await reader.check(join(root, 'shortcut'))).toBe(folder);
  });
});
