import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import type { PackManifest } from '#domain/copy-pack/manifest';
import { planPack } from '#domain/copy-pack/plan-pack';
import { sampleItem, samplePack } from '#domain/copy-pack/testing/pack-samples';
import { createPackImages } from '#infra/images/pack-images';
import { isPack, openPack } from './open-pack.ts';
import { writePack } from './write-pack.ts';
import { ZipWriter } from './zip-writer.ts';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
const { signal } = new AbortController();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-open-'));
  const images = createPackImages({
    cacheFolder: at('cache'),
    fetchImage: () => Promise.resolve({ ok: false, reason: 'offline' }),
  });
  const plan = planPack(samplePack([sampleItem(1), sampleItem(2)]));
  const options = { signal, progress: () => undefined };
  await writePack(plan, { path: at('pack'), container: 'folder' }, { images }, options);
  await writePack(plan, { path: at('pack.zip'), container: 'zip' }, { images }, options);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function zip(name: string, files: Record<string, string | Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  const writer = new ZipWriter((bytes) => {
    chunks.push(bytes);
    return Promise.resolve();
  }, new Date(0));
  for (const [path, bytes] of Object.entries(files)) await writer.add(path, Buffer.from(bytes as string), true);
  await writer.finish();
  writeFileSync(at(name), Buffer.concat(chunks));
  return at(name);
}

async function failureOf(path: string): Promise<string> {
  return openPack(path, { signal }).then(
    () => 'opened',
    (error: unknown) =>
      error instanceof AppError ? `${error.code} ${String(error.params?.['reason'])}` : String(error),
  );
}

const manifestText = (): string => readFileSync(at('pack/manifest.json'), 'utf8');

describe('openPack', () => {
  it('opens folder and ZIP alike', async () => {
    const [one, other] = [await openPack(at('pack'), { signal }), await openPack(at('pack.zip'), { signal })];
    expect({ ...one, container: 'zip' }).toEqual(other);
    expect(one.problems).toEqual([]);
    expect(one.items[0]).toMatchObject({ number: 1, productId: 'taobao:557662696001', text: sampleItem(1).text });
  });

  it('shows what has changed since', async () => {
    cpSync(at('pack'), at('changed'), { recursive: true });
    writeFileSync(at('changed/01 创意马克杯1/01 文案.txt'), '新文案\n第二行');
    writeFileSync(at('changed/notes.txt'), 'x');
    rmSync(at('changed/02 创意马克杯2/02-1 海报.jpg'));
    const { items, problems } = await openPack(at('changed'), { signal });
    expect(items[0]?.text).toBeNull();
    expect(items[1]?.images).toEqual([]);
    expect(problems.map(({ path, problem }) => `${problem} ${path}`).toSorted()).toEqual([
      'added notes.txt',
      'changed 01 创意马克杯1/01 文案.txt',
      'missing 02 创意马克杯2/02-1 海报.jpg',
    ]);
  });

  it('sees a change that keeps the size', async () => {
    cpSync(at('pack'), at('flipped'), { recursive: true });
    const poster = at('flipped/01 创意马克杯1/01-1 海报.jpg');
    const bytes = readFileSync(poster);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    writeFileSync(poster, bytes);
    const { problems } = await openPack(at('flipped'), { signal });
    expect(problems).toEqual([{ path: '01 创意马克杯1/01-1 海报.jpg', problem: 'changed' }]);
  });

  it('opens a pack folder that somebody zipped whole', async () => {
    const names = (JSON.parse(manifestText()) as PackManifest).files.map(({ path }) => path);
    const files = Object.fromEntries(
      [...names, 'manifest.json'].map((name) => [`双十一/${name}`, readFileSync(at('pack', name))]),
    );
    const { problems } = await openPack(await zip('whole.zip', files), { signal });
    expect(problems).toEqual([]);
  });

  it('does not follow links out of the pack', async () => {
    cpSync(at('pack'), at('linked'), { recursive: true });
    const text = at('linked/01 创意马克杯1/01 文案.txt');
    writeFileSync(at('secret.txt'), 'secret');
    rmSync(text);
    symlinkSync(at('secret.txt'), text);
    const { items, problems } = await openPack(at('linked'), { signal });
    expect(items[0]?.text).toBeNull();
    expect(problems).toEqual([{ path: '01 创意马克杯1/01 文案.txt', problem: 'changed' }]);
  });

  it.each<[string, () => string | Promise<string>, string]>([
    ['nothing', () => at('nowhere'), 'FILE_GONE pack-not-found'],
    ['a folder without manifest', () => (mkdirSync(at('empty')), at('empty')), 'FILE_UNREADABLE not-a-pack'],
    ['another ZIP', () => zip('other.zip', { 'a.txt': 'a' }), 'FILE_UNREADABLE not-a-pack'],
    [
      'a file that is no ZIP',
      () => (writeFileSync(at('x.zip'), 'no zip at all'), at('x.zip')),
      'FILE_UNREADABLE pack-damaged',
    ],
    [
      'a ZIP cut short',
      () => (writeFileSync(at('cut.zip'), readFileSync(at('pack.zip')).subarray(0, 5000)), at('cut.zip')),
      'FILE_UNREADABLE pack-damaged',
    ],
    [
      'a later version',
      () => zip('later.zip', { 'manifest.json': manifestText().replace('pack@1', 'pack@2') }),
      'FILE_UNREADABLE pack-from-future',
    ],
    [
      'a climbing name',
      () => zip('slip.zip', { 'manifest.json': manifestText(), '../../evil.txt': 'x' }),
      'FILE_UNREADABLE pack-hostile',
    ],
    [
      'an absolute name',
      () => zip('abs.zip', { 'manifest.json': manifestText(), '/etc/evil.txt': 'x' }),
      'FILE_UNREADABLE pack-hostile',
    ],
    [
      'a manifest of outside files',
      () => zip('outside.zip', { 'manifest.json': manifestText().replaceAll('01 创意马克杯1/', '../') }),
      'FILE_UNREADABLE pack-hostile',
    ],
  ])('refuses %s', async (_, make, failure) => {
    const path = await make();
    expect(await failureOf(path)).toBe(failure);
    expect(await isPack(path)).toBe(false);
  });

  it('reads no more of a bomb than its manifest', async () => {
    const zeros = Buffer.alloc(50_000_000);
    // Damaged as well: reading either file would fail.
    const path = await zip('bomb.zip', {
      'manifest.json': manifestText(),
      'bomb.bin': zeros,
      '01 创意马克杯1/01-1 海报.jpg': zeros,
    });
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.indexOf('bomb.bin') + 100, bytes.indexOf('bomb.bin') + 5_000);
    writeFileSync(path, bytes);
    const { problems } = await openPack(path, { signal });
    expect(problems).toContainEqual({ path: 'bomb.bin', problem: 'added' });
    expect(problems).toContainEqual({ path: '01 创意马克杯1/01-1 海报.jpg', problem: 'changed' });
  });

  it('refuses one whose texts together would fill the memory', async () => {
    const manifest = JSON.parse(manifestText()) as {
      items: { text: string }[];
      files: { path: string; bytes: number }[];
    };
    const [first] = manifest.items;
    const files = manifest.files.map((file) => (file.path === first?.text ? { ...file, bytes: 65_000_000 } : file));
    const path = await zip('texts.zip', { 'manifest.json': JSON.stringify({ ...manifest, files }) });
    expect(await failureOf(path)).toBe('FILE_UNREADABLE pack-hostile');
  });

  it('can be cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(openPack(at('pack'), controller)).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
