import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEncodingName } from '#domain/import/file-inspection';
import { encodeGbk } from './testing/gb18030.ts';
import { createTextDecoding, detectEncoding } from './text-encoding.ts';

const text = '商品id,商品名称,商品价格(单位：元)\r\n557662696505,网红水洗棉四件套,149.00\r\n';

function utf16(content: string, bigEndian: boolean, mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + content, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8-bom', Buffer.from(`\ufeff${text}`)],
  ['gb18030', encodeGbk(text)],
  ['utf-16le', utf16(text, false, true)],
  ['utf-16be', utf16(text, true, true)],
  ['utf-16le', utf16(text, false, false)],
  ['utf-16be', utf16(text, true, false)],
] as [TextEncodingName, Buffer][])('%s is recognised and read without its mark', (encoding, bytes) => {
  expect(detectEncoding(bytes)).toEqual({ encoding, damaged: false, ascii: false });
  const decoding = createTextDecoding(encoding);
  expect(decoding.push(bytes) + decoding.finish()).toBe(text);
});

test('a sample cut inside a character is not damaged', () => {
  for (const bytes of [Buffer.from(text), encodeGbk(text)]) {
    for (let length = 10; length < 60; length += 1)
      expect(detectEncoding(bytes.subarray(0, length)).damaged).toBe(false);
  }
});

test('UTF-8 with a few broken bytes is damaged UTF-8, not GBK', () => {
  const bytes = Buffer.from(text.repeat(50));
  bytes[200] = 0xff;
  expect(detectEncoding(bytes)).toMatchObject({ encoding: 'utf-8', damaged: true });
  const unknownHeader = Buffer.from('货号,品名\n1,网红水洗棉四件套\n'.repeat(50));
  unknownHeader[300] = 0xff;
  expect(detectEncoding(unknownHeader)).toMatchObject({ encoding: 'utf-8', damaged: true });
});

test('GBK with a broken byte is damaged GBK', () => {
  const bytes = Buffer.concat([encodeGbk(text), Buffer.from([0xff, 0xff]), encodeGbk(text)]);
  expect(detectEncoding(bytes)).toMatchObject({ encoding: 'gb18030', damaged: true });
});

test('GBK behind the mark of UTF-8 is GBK, and its mark no text', () => {
  const bytes = Buffer.concat([Buffer.from('\ufeff'), encodeGbk(text)]);
  expect(detectEncoding(bytes)).toEqual({ encoding: 'gb18030', damaged: false, ascii: false });
  const decoding = createTextDecoding('gb18030');
  expect(decoding.push(bytes) + decoding.push(encodeGbk(text)) + decoding.finish()).toBe(text + text);
  const damaged = Buffer.from(`\ufeff${text.repeat(50)}`);
  damaged[200] = 0xff;
  expect(detectEncoding(damaged)).toMatchObject({ encoding: 'utf-8-bom', damaged: true });
});

test('plain ASCII says so', () => {
  expect(detectEncoding(Buffer.from('GoodsID,Title\n1,2\n'))).toEqual({
    encoding: 'utf-8',
    damaged: false,
    ascii: true,
  });
});

test('decoding in pieces never splits a character', () => {
  const content = fc.stringMatching(/^[商品价格元a-z0-9,]{0,40}$/);
  fc.assert(
    fc.property(content, fc.nat({ max: 80 }), (piece, cut) => {
      for (const encoding of ['gb18030', 'utf-8'] as const) {
        const bytes = encoding === 'utf-8' ? Buffer.from(piece) : encodeGbk(piece);
        const decoding = createTextDecoding(encoding);
        const read = decoding.push(bytes.subarray(0, cut)) + decoding.push(bytes.subarray(cut)) + decoding.finish();
        expect(read).toBe(piece);
      }
    }),
  );
});

test('Big5 is recognised by header names that make sense in no other encoding', () => {
  // 商品id,標題,價格,佣金 and a row
  const headers = Buffer.from(
    'b0d3ab7e69642cbcd0c3442cbbf9aee62ca6feaaf70a313233343536373839302cadb1bda42c352c310a',
    'hex',
  );
  expect(detectEncoding(headers)).toEqual({ encoding: 'big5', damaged: false, ascii: false });
  expect(createTextDecoding('big5').push(headers)).toBe('商品id,標題,價格,佣金\n1234567890,面膜,5,1\n');
});

const cell = fc.stringMatching(/^[一-龥]{2,12}$/);
const chineseRows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
const tableOf = (header: string, rows: string[][]): string =>
  [header, ...rows.map((row) => row.join(','))].join('\r\n');

test('a small table of mostly Chinese text in UTF-16 without a mark is recognised, header known or not', () => {
  fc.assert(
    fc.property(fc.constantFrom('商品名称,店铺名称,类目', '叫法,店家,哪一类'), chineseRows, (header, rows) => {
      for (const bigEndian of [false, true]) {
        const bytes = utf16(tableOf(header, rows), bigEndian, false);
        expect(detectEncoding(bytes)).toEqual({
          encoding: bigEndian ? 'utf-16be' : 'utf-16le',
          damaged: false,
          ascii: false,
        });
      }
    }),
  );
});

test('GBK and UTF-8 are not taken for UTF-16, even with zero bytes in them', () => {
  const commonCell = fc.stringMatching(/^[的一是在不了有和人这中大为上个国我以要他时来用们价格毛巾杯子]{2,12}$/);
  const commonRows = fc.array(fc.array(commonCell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.constantFrom('商品名称,店铺名称,类目', '叫法,店家,哪一类', '标题'),
      commonRows,
      fc.array(fc.nat(), { maxLength: 4 }),
      (header, rows, places) => {
        const table = tableOf(header, rows);
        for (const bytes of [Buffer.from(table), encodeGbk(table)]) {
          for (const place of places) bytes[place % bytes.length] = 0;
          expect(detectEncoding(bytes).encoding).not.toMatch(/^utf-16/);
        }
      },
    ),
  );
});
