import { describe, expect, it } from 'vitest';
import { isPackPath, type PackManifest, readManifest, writeManifest } from './manifest.ts';
import { planPack } from './plan-pack.ts';
import { readPack } from './read-pack.ts';
import { sampleFinding, sampleItem, samplePack, sampleVerdict } from './testing/pack-samples.ts';

const plan = planPack(
  samplePack([
    sampleItem(1),
    sampleItem(2, { findings: [sampleFinding('block')], override: '品牌方确认' }),
    sampleItem(3, { verdict: sampleVerdict('blocked') }),
  ]),
);
const images = new Map(
  plan.items.flatMap(({ images: jobs }) =>
    jobs.map(
      ({ path, kind }) =>
        [path, { path, made: kind === 'poster', reason: kind === 'poster' ? null : 'offline' }] as const,
    ),
  ),
);
const files = plan.items.flatMap(({ textPath, images: jobs }) =>
  [textPath, ...jobs.filter(({ kind }) => kind === 'poster').map(({ path }) => path)].map((path) => ({
    path,
    bytes: path.length,
    sha256: 'a'.repeat(64),
  })),
);
const text = writeManifest(plan, images, files);
const good = JSON.parse(text) as PackManifest;
const reading = (change: (manifest: PackManifest) => unknown): string => {
  const result = readManifest(JSON.stringify(change(structuredClone(good))));
  return result.ok ? 'ok' : result.reason;
};

describe('writeManifest', () => {
  it('comes back as it was written', () => {
    const read = readManifest(text);
    expect(read).toEqual({ ok: true, manifest: good });
    expect(good.items[1]).toMatchObject({
      decision: 'block',
      override: { reason: '品牌方确认', against: [{ code: 'block-findings' }] },
      images: [{ path: '02 创意马克杯2/02-1 海报.jpg', role: 'poster' }],
      missingImages: [{ path: '02 创意马克杯2/02-2 商品图.jpg', reason: 'offline' }],
    });
    expect(good.refused).toMatchObject([{ productId: 'taobao:557662696003', reasons: [{ code: 'link-blocked' }] }]);
  });
});

it('is readable again however long the texts in it are', () => {
  const long = '长'.repeat(9_000);
  const item = sampleItem(1, { findings: [sampleFinding('block', long)], override: long });
  const input = samplePack(
    [{ ...item, facts: { ...item.facts, title: long }, link: { kind: 'web_link', value: long } }],
    {
      campaign: { id: null, name: long },
      refused: [
        {
          productId: 'taobao:1',
          itemId: '1',
          title: long,
          reasons: [{ code: 'other', params: { detail: long } }],
          canOverride: false,
        },
      ],
    },
  );
  const longPlan = planPack(input);
  const missing = new Map(longPlan.items[0]?.images.map(({ path }) => [path, { path, made: false, reason: long }]));
  const listed = longPlan.items
    .flatMap(({ textPath, linkPath }) => [textPath, ...(linkPath === null ? [] : [linkPath])])
    .map((path) => ({ path, bytes: 1, sha256: 'a'.repeat(64) }));
  expect(readManifest(writeManifest(longPlan, missing, listed)).ok).toBe(true);
});

describe('readManifest', () => {
  it('tells other files and later versions from ours', () => {
    expect(readManifest('<html>')).toMatchObject({ ok: false, reason: 'not-a-pack' });
    expect(readManifest('null')).toMatchObject({ ok: false, reason: 'not-a-pack' });
    expect(reading((manifest) => ({ ...manifest, schema: 'other/1' }))).toBe('not-a-pack');
    expect(reading((manifest) => ({ ...manifest, schema: 'taoke-desk/copy-pack@2' }))).toBe('pack-from-future');
  });

  it('takes a byte order mark an editor may have added', () => {
    expect(readManifest(`\ufeff${text}`).ok).toBe(true);
  });

  it.each([
    '../x.txt',
    '/etc/passwd',
    'C:/x',
    'a\\b',
    'a/../b',
    './a',
    'a//b',
    'a/',
    'x\u0000',
    'a/b/c/d',
    'name.',
    '',
  ])('refuses the path %j', (path) => {
    expect(isPackPath(path)).toBe(false);
    expect(reading((manifest) => ({ ...manifest, files: [{ ...manifest.files[0], path }] }))).toBe('pack-hostile');
  });

  it.each<[string, (manifest: PackManifest) => unknown]>([
    ['unknown fields', (manifest) => ({ ...manifest, run: 'calc.exe' })],
    [
      'a prototype',
      (manifest) => JSON.parse(JSON.stringify(manifest).replace('{', '{"__proto__":{"x":1},')) as unknown,
    ],
    ['missing fields', (manifest) => ({ ...manifest, items: undefined })],
    ['a file listed twice', (manifest) => ({ ...manifest, files: [...manifest.files, ...manifest.files] })],
    [
      'names that differ in case only',
      (manifest) => {
        const [first] = manifest.files;
        return { ...manifest, files: [...manifest.files, { ...first, path: 'X.txt' }, { ...first, path: 'x.TXT' }] };
      },
    ],
    [
      'itself in the list',
      (manifest) => ({ ...manifest, files: [...manifest.files, { ...manifest.files[0], path: 'manifest.json' }] }),
    ],
    ['a number twice', (manifest) => ({ ...manifest, items: [manifest.items[0], manifest.items[0]] })],
    [
      'an item whose text is not listed',
      (manifest) => ({ ...manifest, items: [{ ...manifest.items[0], text: 'secret.txt' }] }),
    ],
    [
      'giant files',
      (manifest) => ({ ...manifest, files: manifest.files.map((file) => ({ ...file, bytes: 2 ** 40 })) }),
    ],
    ['bad hashes', (manifest) => ({ ...manifest, files: manifest.files.map((file) => ({ ...file, sha256: 'zz' })) })],
    ['no numbers', (manifest) => ({ ...manifest, items: [{ ...manifest.items[0], number: 1.5 }] })],
    ['no dates', (manifest) => ({ ...manifest, exportedAt: 'yesterday' })],
  ])('refuses %s', (_, change) => {
    expect(reading(change)).toBe('pack-hostile');
  });
});

describe('readPack', () => {
  const texts = new Map(
    plan.items.map(({ textPath, text: copy }) => [textPath, `\ufeff${copy.replaceAll('\n', '\r\n')}\r\n`]),
  );

  it('gives the items as they are now', () => {
    const { items, problems } = readPack({ manifest: good, files, texts });
    expect(problems).toEqual([]);
    expect(items.map(({ productId, text: copy }) => [productId, copy])).toEqual(
      plan.items.map(({ source, text: copy }) => [source.productId, copy]),
    );
  });

  it('tells missing, changed and added files', () => {
    const [first, second, ...rest] = files;
    if (!first || !second) throw new Error('too few files');
    const now = [{ ...second, sha256: 'b'.repeat(64) }, ...rest, { path: 'notes.txt', bytes: 3, sha256: null }];
    const { items, problems } = readPack({ manifest: good, files: now, texts: new Map() });
    expect(problems).toEqual([
      { path: first.path, problem: 'missing' },
      { path: second.path, problem: 'changed' },
      { path: 'notes.txt', problem: 'added' },
    ]);
    expect(items[0]?.text).toBeNull();
  });
});
