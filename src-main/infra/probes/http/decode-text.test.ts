import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

/** 淘宝 */
const gbk = Buffer.from('ccd4b1a6', 'hex');
const utf8 = Buffer.from('淘宝');
const withMeta = (charset: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>`),
    bytes,
  ]);

describe('decodeText', () => {
  it.each([
    ['the header', gbk, 'text/html; charset=GBK'],
    ['a quoted header', gbk, 'text/html; charset="gb2312"'],
    ['the page', withMeta('gbk', gbk), 'text/html'],
    ['UTF-8 without a word', utf8, undefined],
    [
      'a byte order mark over a wrong header',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]),
      'text/html; charset=gbk',
    ],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('淘宝', 'utf16le')]), undefined],
    ['an unknown label', utf8, 'text/html; charset=klingon'],
    ['a meta that cannot be true', withMeta('utf-16', utf8), undefined],
    ['GBK without a word', gbk, 'text/html'],
    ['the page where the header makes no sense', withMeta('gbk', gbk), 'text/html; charset=utf8mb4'],
    ['a meta behind one in a comment', Buffer.concat([Buffer.from('<!-- <meta charset=gbk> -->'), utf8]), undefined],
    [
      'an XML declaration',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gb2312"?>'), gbk, Buffer.from('é'.repeat(100))]),
      undefined,
    ],
    ['UTF-8 with a stray byte', Buffer.concat([Buffer.from([0xe9]), Buffer.from('淘宝'.repeat(10))]), undefined],
  ])('reads the encoding from %s', (_from, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toContain('淘宝');
  });
});
