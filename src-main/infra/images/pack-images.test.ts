import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PosterSpec } from '#domain/copy-pack/poster-spec';
import { canvasApi } from './canvas.ts';
import { pruneImageCache } from './image-cache.ts';
import { createPackImages, type FetchedImage } from './pack-images.ts';
import { qrMatrix } from './qr-matrix.ts';
import { samplePhoto } from './testing/sample-photo.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-images-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const photo = await samplePhoto(1, 400, 400);
const { signal } = new AbortController();

function imagesWith(answer: () => FetchedImage): { fetched: string[]; images: ReturnType<typeof createPackImages> } {
  const fetched: string[] = [];
  const images = createPackImages({
    cacheFolder: folder,
    fetchImage: (url) => {
      fetched.push(url);
      return Promise.resolve(answer());
    },
  });
  return { fetched, images };
}

const spec: PosterSpec = {
  style: 'clean',
  format: 'portrait',
  title: '三塘陶瓷创意马克杯',
  platform: '天猫',
  shop: '三塘陶瓷旗舰店',
  sales: '月销1.2万',
  price: { label: '券后价', yuan: '39', fen: '.9' },
  originalPrice: '¥69.9',
  coupon: { text: '满69减30元券', until: '可用到11月30日' },
  qrUrl: 'https://m.tb.cn/h.VELwTd9',
  adMark: true,
};

async function pixels(jpeg: Buffer): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  const image = await canvasApi().loadImage(jpeg);
  const canvas = canvasApi().createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return { data: context.getImageData(0, 0, image.width, image.height).data, width: image.width, height: image.height };
}

async function scanQr(jpeg: Buffer): Promise<{ text: string | null; modulePixels: number }> {
  const { data, width, height } = await pixels(jpeg);
  const code = jsQR(data, width, height);
  if (!code) return { text: null, modulePixels: 0 };
  const { topLeftCorner: left, topRightCorner: right } = code.location;
  return { text: code.data, modulePixels: Math.hypot(right.x - left.x, right.y - left.y) / (17 + 4 * code.version) };
}

describe('product pictures', () => {
  it('are fetched once and then come from the cache, the same bytes', async () => {
    const { fetched, images } = imagesWith(() => ({ ok: true, bytes: photo }));
    const [first, second] = await Promise.all([images.product('u', false, signal), images.product('u', false, signal)]);
    const later = await imagesWith(() => ({ ok: false, reason: 'offline' })).images.product('u', false, signal);
    expect(fetched).toEqual(['u']);
    expect(first).toEqual(second);
    expect(later).toEqual(first);
    expect(first.ok).toBe(true);
  });

  it('tell the cut from the whole, and one address from another', async () => {
    const { fetched, images } = imagesWith(() => ({ ok: true, bytes: photo }));
    await images.product('u', false, signal);
    await images.product('u', true, signal);
    await images.product('v', false, signal);
    expect(fetched).toHaveLength(3);
  });

  it('hand on why they cannot be had, and try again next time', async () => {
    const { fetched, images } = imagesWith(() => ({ ok: false, reason: 'offline' }));
    expect(await images.product('u', false, signal)).toEqual({ ok: false, reason: 'offline' });
    await images.product('u', false, signal);
    expect(fetched).toHaveLength(2);
  });

  it('are made again when the kept file is damaged, and made all the same when the cache cannot be written', async () => {
    const { fetched, images } = imagesWith(() => ({ ok: true, bytes: photo }));
    await images.product('u', false, signal);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.jpg')) writeFileSync(join(folder, name), 'half');
    }
    expect((await images.product('u', false, signal)).ok).toBe(true);
    expect(fetched).toHaveLength(2);
    writeFileSync(join(folder, 'file'), '');
    const broken = createPackImages({
      cacheFolder: join(folder, 'file'),
      fetchImage: () => Promise.resolve({ ok: true, bytes: photo }),
    });
    expect((await broken.product('u', false, signal)).ok).toBe(true);
  });

  it('leave the cache, oldest first, when it grows too large', async () => {
    const { images } = imagesWith(() => ({ ok: true, bytes: photo }));
    for (const url of ['a', 'b', 'c']) await images.product(url, false, signal);
    const jpegs = (): string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jpg'));
    expect(await pruneImageCache(folder, 1e9)).toBe(0);
    expect(jpegs()).toHaveLength(3);
    expect(await pruneImageCache(folder, 0)).toBeGreaterThan(0);
    expect(jpegs()).toHaveLength(0);
    expect(await pruneImageCache(join(folder, 'nowhere'), 0)).toBe(0);
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    expect(await pruneImageCache(file, 0)).toBe(0);
  });
});

describe('the code', () => {
  it('stands upright, as far as its fixed module tells', () => {
    const codes = ['https://m.tb.cn/h.a', 'https://m.tb.cn/h.b', 'https://m.tb.cn/h.c'].map(qrMatrix);
    expect(codes.every((code) => code.isDark(code.size - 8, 8))).toBe(true);
    expect(codes.every((code) => code.isDark(8, code.size - 8))).toBe(false);
  });
});

describe('posters', () => {
  const { images } = imagesWith(() => ({ ok: false, reason: 'offline' }));
  const longUrl = `https://s.click.taobao.com/t?e=${'m%3D2%26s%3D'.repeat(50)}`.slice(0, 660);
  const styles = (['clean', 'bold', 'dark'] as const).flatMap((style) =>
    (['portrait', 'square'] as const).map((format) => [style, format] as const),
  );

  it.each(styles)('%s %s has the right size and a code that reads back, short or long', async (style, format) => {
    for (const qrUrl of ['https://m.tb.cn/h.VELwTd9', longUrl]) {
      const jpeg = await images.poster({ ...spec, style, format, qrUrl }, photo);
      const { width, height } = await pixels(jpeg);
      expect([width, height]).toEqual([1080, format === 'portrait' ? 1440 : 1080]);
      const { text, modulePixels } = await scanQr(jpeg);
      expect(text).toBe(qrUrl);
      expect(modulePixels).toBeGreaterThan(3.8);
    }
  });

  it('are drawn whatever is missing, too long or not drawable', async () => {
    const odd: Partial<PosterSpec>[] = [
      { price: null, originalPrice: null, coupon: null, shop: null, sales: null, qrUrl: null, adMark: false },
      { title: '🔥🔥', shop: '👑', sales: null },
      { title: '超'.repeat(200), shop: '长'.repeat(80) },
      {
        title: 'W'.repeat(300),
        price: { label: '券后价', yuan: '99999999', fen: '.99' },
        originalPrice: '¥199999999.99',
      },
      { coupon: { text: '满999999减888888.88元券', until: null } },
    ];
    // Each in another look: that every look keeps its words apart is tested where they are drawn.
    for (const [at, said] of odd.entries()) {
      const [style, format] = styles[at % styles.length] ?? ['clean', 'portrait'];
      const jpeg = await images.poster({ ...spec, ...said, style, format }, null);
      expect(jpeg.length).toBeGreaterThan(10_000);
      if (said.qrUrl !== null) expect((await scanQr(jpeg)).text).toBe(spec.qrUrl);
    }
  });

  it('are the same bytes for the same words and picture, also after other posters', async () => {
    const first = await images.poster(spec, photo);
    await images.poster({ ...spec, style: 'dark', format: 'square' }, null);
    expect((await images.poster(spec, photo)).equals(first)).toBe(true);
    expect((await images.poster({ ...spec, adMark: false }, photo)).equals(first)).toBe(false);
  });
});
