import { describe, expect, it } from 'vitest';
import { CanvasPool } from './canvas-pool.ts';
import { type Canvas, canvasApi } from './canvas.ts';
import { imageLimits } from './image-limits.ts';
import { decodeImage, normaliseImage } from './normalise-image.ts';
import { sniffImage } from './sniff-image.ts';

const canvases = new CanvasPool();

function drawn(width: number, height: number): Canvas {
  const canvas = canvasApi().createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, width / 2, height);
  return canvas;
}

async function jpegOf(bytes: Buffer, square = false): Promise<Buffer> {
  const result = await normaliseImage(bytes, square, canvases);
  if (!result.ok) throw new Error(result.reason);
  return result.jpeg;
}

async function pixel(jpeg: Buffer, x: number, y: number): Promise<number[]> {
  const image = await decodeImage(jpeg);
  if (!image) throw new Error('not decoded');
  const canvas = canvasApi().createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return Array.from(context.getImageData(x, y, 1, 1).data.slice(0, 3));
}

/** A JPEG with an EXIF orientation and a comment in front of its picture. */
async function withExif(orientation: number): Promise<Buffer> {
  const jpeg = await drawn(300, 200).encode('jpeg', 90);
  const tiff = Buffer.from('MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), tiff]);
  exif.writeUInt16BE(exif.length - 2, 2);
  const comment = Buffer.from('\xff\xfe\0\x10GPS 31.2,121.4', 'latin1');
  return Buffer.concat([jpeg.subarray(0, 2), exif, comment, jpeg.subarray(2)]);
}

describe('sniffImage', () => {
  it('knows the types and sizes by the bytes', async () => {
    const canvas = drawn(300, 200);
    for (const type of ['jpeg', 'png', 'webp', 'gif'] as const) {
      expect(sniffImage(Buffer.from(await canvas.encode(type as 'jpeg')))).toEqual({ type, width: 300, height: 200 });
    }
  });

  it('takes nothing else for a picture', () => {
    for (const text of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<html>',
      'GIF',
      '\xff\xd8\xff',
      '',
      'RIFF1234WEBP',
    ]) {
      expect(sniffImage(Buffer.from(text.padEnd(text.length < 8 ? text.length : 40), 'latin1'))).toBeNull();
    }
  });

  it('survives any bytes after a known beginning', () => {
    for (const start of [
      '\xff\xd8\xff\xe0',
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF\0\0\0\0WEBPVP8 ',
      'RIFF\0\0\0\0WEBPVP8X',
    ]) {
      for (const filler of [0x00, 0xff, 0x21, 0x2c]) {
        for (const length of [26, 30, 64, 1000]) {
          const bytes = Buffer.alloc(length, filler);
          bytes.write(start, 'latin1');
          expect(() => sniffImage(bytes)).not.toThrow();
        }
      }
    }
  });
});

describe('normaliseImage', () => {
  it('makes every type a JPEG', async () => {
    for (const type of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const jpeg = await jpegOf(Buffer.from(await drawn(300, 200).encode(type as 'jpeg')));
      expect(sniffImage(jpeg)).toEqual({ type: 'jpeg', width: 300, height: 200 });
    }
  });

  it('makes transparency white', async () => {
    const jpeg = await jpegOf(await drawn(300, 200).encode('png'));
    const [red = 0, green = 0, blue = 0] = await pixel(jpeg, 250, 100);
    expect(Math.min(red, green, blue)).toBeGreaterThan(250);
  });

  it('shrinks to 1440 pixels and never enlarges', async () => {
    expect(sniffImage(await jpegOf(await drawn(2880, 1000).encode('jpeg', 80)))).toMatchObject({
      width: 1440,
      height: 500,
    });
    expect(sniffImage(await jpegOf(await drawn(100, 50).encode('jpeg', 80)))).toMatchObject({ width: 100, height: 50 });
  });

  it('cuts the middle square', async () => {
    const canvas = drawn(300, 100);
    const context = canvas.getContext('2d');
    context.fillStyle = '#0000ff';
    context.fillRect(100, 0, 100, 100);
    const jpeg = await jpegOf(await canvas.encode('png'), true);
    expect(sniffImage(jpeg)).toMatchObject({ width: 100, height: 100 });
    const [red = 255, , blue = 0] = await pixel(jpeg, 10, 50);
    expect(blue).toBeGreaterThan(200);
    expect(red).toBeLessThan(60);
  });

  it('turns a picture as its camera said and keeps nothing else of what came with it', async () => {
    const jpeg = await jpegOf(await withExif(6));
    expect(sniffImage(jpeg)).toMatchObject({ width: 200, height: 300 });
    for (const trace of ['Exif', 'GPS']) expect(jpeg.includes(trace)).toBe(false);
  });

  it('refuses what would not fit into memory before decoding it', async () => {
    const bomb = await drawn(8, 8).encode('png');
    bomb.writeUInt32BE(50_000, 16);
    expect(await normaliseImage(bomb, false, canvases)).toEqual({ ok: false, reason: 'too-many-pixels' });
    bomb.writeUInt32BE(11_000, 16);
    bomb.writeUInt32BE(11_000, 20);
    expect(await normaliseImage(bomb, false, canvases)).toEqual({ ok: false, reason: 'too-many-pixels' });
    const large = Buffer.alloc(imageLimits.fileBytes + 1);
    expect(await normaliseImage(large, false, canvases)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('says what a file is that is no usable picture', async () => {
    const jpeg = await drawn(300, 200).encode('jpeg', 90);
    const lying = await drawn(8, 8).encode('png');
    lying.writeUInt32BE(900, 16);
    const reasons = await Promise.all(
      [
        Buffer.from('<!doctype html><title>404</title>'.padEnd(100)),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        Buffer.from('\0\0\0\x1cftypavif'.padEnd(64, '\0'), 'latin1'),
        jpeg.subarray(0, jpeg.length / 2),
        lying,
      ].map((bytes) => normaliseImage(bytes, false, canvases)),
    );
    expect(reasons.map((result) => (result.ok ? 'ok' : result.reason))).toEqual([
      'not-an-image',
      'not-an-image',
      'unsupported-type',
      'damaged',
      'damaged',
    ]);
  });
});
