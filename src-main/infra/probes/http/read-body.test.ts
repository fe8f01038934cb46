import { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';
import { toFailure } from './transport-failure.ts';

const text = Buffer.from('淘宝客 '.repeat(500));
const bodyOf = (bytes: Buffer): Readable => Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]);

async function kindOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    return toFailure(error).kind;
  }
}

describe('readBody', () => {
  it.each([
    [undefined, text],
    ['identity', text],
    ['gzip', zlib.gzipSync(text)],
    ['X-GZIP', zlib.gzipSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['zstd', zlib.zstdCompressSync(text)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(text))],
  ])('undoes %s', async (encoding, bytes) => {
    expect(await readBody(bodyOf(bytes), encoding, 100_000)).toEqual({ bytes: text, truncated: false });
  });

  it('keeps what a cut-off stream held', async () => {
    const { bytes } = await readBody(bodyOf(zlib.gzipSync(text).subarray(0, -12)), 'gzip', 100_000);
    expect(bytes.subarray(0, 30).equals(text.subarray(0, 30))).toBe(true);
  });

  it.each(['gzip', 'br', 'zstd', 'deflate'])('stops a %s bomb at the limit', async (encoding) => {
    const zeros = Buffer.alloc(32 * 1024 * 1024);
    const bombs: Record<string, () => Buffer> = {
      gzip: () => zlib.gzipSync(zeros),
      deflate: () => zlib.deflateSync(zeros),
      br: () => zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 2 } }),
      zstd: () => zlib.zstdCompressSync(zeros),
    };
    const body = bodyOf(bombs[encoding]?.() ?? zeros);
    const { bytes, truncated } = await readBody(body, encoding, 50_000);
    expect([bytes.length, truncated]).toEqual([50_000, true]);
    expect(body.destroyed).toBe(true);
  });

  it('stops a body that never ends', async () => {
    const endless = Readable.from(
      (function* pour() {
        for (;;) yield Buffer.alloc(1_000, 'a');
      })(),
    );
    expect(await readBody(endless, undefined, 10_000)).toMatchObject({ truncated: true });
    expect(endless.destroyed).toBe(true);
  });

  it('takes exactly the limit for a whole body', async () => {
    expect(await readBody(bodyOf(text), undefined, text.length)).toMatchObject({ truncated: false });
    expect(await readBody(bodyOf(text), undefined, text.length - 1)).toMatchObject({ truncated: true });
  });

  it.each(['compress', 'gzip, gzip, gzip, gzip', 'nonsense'])('refuses %s', async (encoding) => {
    expect(await kindOf(readBody(bodyOf(text), encoding, 1_000_000))).toBe('bad-answer');
  });

  it.each(['gzip', 'br', 'zstd', 'deflate'])('says so when a body is not %s', async (encoding) => {
    expect(await kindOf(readBody(bodyOf(text), encoding, 1_000_000))).toBe('bad-answer');
  });
});
