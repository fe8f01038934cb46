import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#contract/errors';
import type { PackManifest } from '#domain/copy-pack/manifest';
import type { PackItem } from '#domain/copy-pack/pack-input';
import { planPack } from '#domain/copy-pack/plan-pack';
import { sampleFinding, sampleItem, samplePack } from '#domain/copy-pack/testing/pack-samples';
import { createPackImages, type FetchedImage, type PackImages } from '#infra/images/pack-images';
import { samplePhoto } from '#infra/images/testing/sample-photo';
import { openPack } from './open-pack.ts';
import type { WrittenPack } from '#app/ports/pack-writer';
import { refuseLongPaths } from './path-length.ts';
import { writePack } from './write-pack.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-pack-'));
  mkdirSync(join(folder, 'out'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const photo = await samplePhoto(2, 300, 300);
const online = (): FetchedImage => ({ ok: true, bytes: photo });

function imagesWith(
  answer: (url: string, signal: AbortSignal) => FetchedImage | Promise<FetchedImage> = online,
): PackImages {
  return createPackImages({
    cacheFolder: join(folder, 'cache'),
    fetchImage: (url, signal) => Promise.resolve(answer(url, signal)),
  });
}

const three = [sampleItem(1), sampleItem(2), sampleItem(3, { findings: [sampleFinding('block')] })];
const out = (name: string): string => join(folder, 'out', name);
const container = (name: string): 'zip' | 'folder' => (name.endsWith('.zip') ? 'zip' : 'folder');

function write(
  name: string,
  items: readonly PackItem[] = three,
  images = imagesWith(),
  { signal } = new AbortController(),
): Promise<WrittenPack> {
  const target = { path: out(name), container: container(name) };
  return writePack(planPack(samplePack(items)), target, { images }, { signal, progress: () => undefined });
}

async function failureOf(run: Promise<unknown>): Promise<string> {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? `${error.code} ${String(error.params?.['reason'] ?? '')}`.trim() : String(error);
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

describe.each(['pack.zip', 'pack'])('writing %s', (name) => {
  it('puts every file there, as the manifest says, and nothing else', async () => {
    const written = await write(name);
    const { manifest, items, problems } = await openPack(out(name), { signal: new AbortController().signal });
    expect(problems).toEqual([]);
    expect(items.map(({ text }) => text)).toEqual(three.slice(0, 2).map(({ text }) => text));
    expect(manifest.files.map(({ path }) => path)).toEqual([
      '01 创意马克杯1/01 文案.txt',
      '01 创意马克杯1/01-1 海报.jpg',
      '01 创意马克杯1/01-2 商品图.jpg',
      '02 创意马克杯2/02 文案.txt',
      '02 创意马克杯2/02-1 海报.jpg',
      '02 创意马克杯2/02-2 商品图.jpg',
      '全部文案.txt',
      'index.html',
      '合规报告.html',
    ]);
    expect(written).toMatchObject({ items: 2, refused: 1, files: 10, missingImages: [] });
    expect(written.manifestSha256).toBe(sha256(written.manifest));
    expect(JSON.parse(written.manifest)).toEqual(manifest);
    expect(readdirSync(join(folder, 'out'))).toEqual([name]);
  });

  it('gives the same bytes again, from the network or from the cache', async () => {
    const first = await write(name);
    rmSync(join(folder, 'cache'), { recursive: true });
    const again = await write(`2${name}`);
    const cached = await write(
      `3${name}`,
      three,
      imagesWith(() => ({ ok: false, reason: 'offline' })),
    );
    expect([again.manifestSha256, cached.manifestSha256]).toEqual([first.manifestSha256, first.manifestSha256]);
    if (name.endsWith('.zip')) {
      const hashes = [name, `2${name}`, `3${name}`].map((each) => sha256(readFileSync(out(each))));
      expect(new Set(hashes).size).toBe(1);
    }
  });

  it('does without pictures that cannot be had', async () => {
    const images = imagesWith(() => ({ ok: false, reason: 'offline' }));
    const written = await write(name, three, images);
    expect(written.missingImages).toEqual([
      { productId: 'taobao:557662696001', path: '01 创意马克杯1/01-2 商品图.jpg', reason: 'offline' },
      { productId: 'taobao:557662696002', path: '02 创意马克杯2/02-2 商品图.jpg', reason: 'offline' },
    ]);
    const manifest = JSON.parse(written.manifest) as PackManifest;
    expect(manifest.items[0]?.images).toEqual([{ path: '01 创意马克杯1/01-1 海报.jpg', role: 'poster' }]);
  });

  it('leaves nothing when cancelled', async () => {
    const controller = new AbortController();
    const images = imagesWith((url) => {
      if (url.includes('/i2/')) controller.abort();
      return online();
    });
    expect(await failureOf(write(name, three, images, controller))).toBe('CANCELLED');
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });

  it('says that the disk is full and leaves nothing', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    if (name.endsWith('.zip')) {
      const { open } = fs;
      vi.spyOn(fs, 'open').mockImplementation(async (...given) => {
        const file = await open(...given);
        let written = 0;
        const write = file.write.bind(file) as (
          bytes: Buffer,
          at: number,
        ) => Promise<{ bytesWritten: number; buffer: Buffer }>;
        vi.spyOn(file, 'write').mockImplementation(((bytes: Buffer, at: number) => {
          written += bytes.length;
          return written > 50_000 ? Promise.reject(full) : write(bytes, at);
        }) as never);
        return file;
      });
    } else {
      const { writeFile } = fs;
      vi.spyOn(fs, 'writeFile').mockImplementation((path, ...rest) =>
        (path as string).includes('index.html') ? Promise.reject(full) : writeFile(path, ...rest),
      );
    }
    expect(await failureOf(write(name))).toBe('DISK_FULL');
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });

  it.each([
    ['EACCES', 'IO target-read-only'],
    ['EROFS', 'IO target-read-only'],
    ['ENAMETOOLONG', 'IO target-name-too-long'],
    ['EBUSY', 'IO target-in-use'],
    ['EDQUOT', 'DISK_FULL'],
    ['EIO', 'IO'],
  ])('says what %s means and leaves nothing', async (code, failure) => {
    const refusal = Object.assign(new Error(code), { code });
    vi.spyOn(fs, name.endsWith('.zip') ? 'open' : 'mkdir').mockRejectedValue(refusal);
    expect(await failureOf(write(name))).toBe(failure);
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });

  it('replaces an older pack of ours, and keeps it when the new one fails', async () => {
    const first = await write(name);
    const second = await write(name, [sampleItem(9)]);
    expect(second.manifestSha256).not.toBe(first.manifestSha256);
    const controller = new AbortController();
    const images = imagesWith(() => {
      controller.abort();
      return online();
    });
    expect(await failureOf(write(name, [sampleItem(5)], images, controller))).toBe('CANCELLED');
    const { items } = await openPack(out(name), new AbortController());
    expect(items.map(({ itemId }) => itemId)).toEqual(['557662696009']);
    expect(readdirSync(join(folder, 'out'))).toEqual([name]);
  });

  it('writes into an empty file or folder that was just made for it', async () => {
    if (name.endsWith('.zip')) writeFileSync(out(name), '');
    else mkdirSync(out(name));
    expect((await write(name)).items).toBe(2);
  });

  it('refuses a place that does not exist, and a pack without items', async () => {
    expect(await failureOf(write(`nowhere/${name}`))).toBe('IO target-folder-missing');
    expect(await failureOf(write(name, three.slice(2)))).toBe('EXPORT_REFUSED nothing-to-export');
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });
});

describe('what is not ours', () => {
  it('is never overwritten or emptied', async () => {
    mkdirSync(out('photos'));
    writeFileSync(out('photos/family.jpg'), 'precious');
    writeFileSync(out('thesis.zip'), 'precious');
    writeFileSync(out('thesis'), 'precious');
    for (const name of ['photos', 'thesis.zip', 'thesis']) {
      expect(await failureOf(write(name))).toBe('CONFLICT target-not-ours');
    }
    const photosAsZip = { path: out('photos'), container: 'zip' as const };
    const plan = planPack(samplePack(three));
    const options = { signal: new AbortController().signal, progress: () => undefined };
    expect(await failureOf(writePack(plan, photosAsZip, { images: imagesWith() }, options))).toBe(
      'CONFLICT target-not-ours',
    );
    expect(readFileSync(out('photos/family.jpg'), 'utf8')).toBe('precious');
    expect(readFileSync(out('thesis.zip'), 'utf8')).toBe('precious');
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['photos', 'thesis', 'thesis.zip']);
  });

  it.each([
    ['edited', (path: string) => writeFileSync(join(path, '01 创意马克杯1/01 文案.txt'), '我改过的文案')],
    ['added to', (path: string) => writeFileSync(join(path, '我的笔记.txt'), '笔记')],
    ['linked into', (path: string) => symlinkSync('/etc', join(path, 'link'))],
  ])('includes a pack folder that somebody %s', async (_, change) => {
    await write('pack');
    change(out('pack'));
    expect(await failureOf(write('pack', [sampleItem(9)]))).toBe('CONFLICT target-not-ours');
  });

  it('does not include what file managers leave in a pack folder, or files that were moved out', async () => {
    await write('pack');
    writeFileSync(out('pack/Thumbs.db'), 'x');
    rmSync(out('pack/01 创意马克杯1'), { recursive: true });
    expect((await write('pack', [sampleItem(9)])).items).toBe(1);
  });
});

it('refuses a folder so deep that Windows could not open the files in it', () => {
  const plan = planPack(samplePack(three));
  const deep = { path: `C:\\${'很深'.repeat(120)}`, container: 'folder' as const };
  expect(() => refuseLongPaths(plan, deep, 'win32')).toThrow(
    expect.objectContaining({ code: 'IO', params: expect.objectContaining({ reason: 'path-too-long' }) }),
  );
  expect(() => refuseLongPaths(plan, { ...deep, container: 'zip' }, 'win32')).not.toThrow();
  expect(() => refuseLongPaths(plan, deep, 'linux')).not.toThrow();
});

it('removes what a crashed export to the same place left behind, and only that', async () => {
  await write('pack.zip');
  const nobody = 2 ** 22 + 1;
  const spy = vi.spyOn(fs, 'open');
  await write('pack.zip');
  const unfinished = String(spy.mock.calls[0]?.[0]);
  const leftover = unfinished.replace(`-${process.pid}-`, `-${nobody}-`);
  const foreign = leftover.replace(/-[0-9a-f]{16}-/, '-0123456789abcdef-');
  for (const path of [unfinished, leftover, foreign]) writeFileSync(path, 'half');
  await write('pack.zip');
  expect(
    readdirSync(join(folder, 'out'))
      .map((name) => out(name))
      .toSorted(),
  ).toEqual([foreign, unfinished, out('pack.zip')].toSorted());
});

it('reports progress that only grows and ends at the whole', async () => {
  const seen: [number, number, string][] = [];
  const target = { path: out('p.zip'), container: 'zip' as const };
  await writePack(
    planPack(samplePack(Array.from({ length: 8 }, (_, index) => sampleItem(index)))),
    target,
    { images: imagesWith() },
    { signal: new AbortController().signal, progress: (done, total, phase) => seen.push([done, total, phase]) },
  );
  expect(seen.map(([done]) => done)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 8]);
  expect(seen.at(-1)).toEqual([8, 8, 'finishing-pack']);
});
