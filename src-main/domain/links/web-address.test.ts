import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWebAddress } from './web-address.ts';

const piece = fc.constantFrom(
  'item',
  'taobao',
  'com',
  'a-b',
  'xn--fiq',
  '1',
  '0x7f',
  'TAOBAO',
  'é',
  '.',
  '..',
  '/',
  '//',
  '/.',
  '/..',
  '%2e',
  '%41',
  '~',
  '_',
  '@',
  ':',
  ':80',
  '?',
  '&',
  '=',
  '#',
  'id=1',
  ' ',
  '\\',
  '\t',
  '中',
  '!',
  "'",
  '"',
  '<',
  '|',
); // prettier-ignore
const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTP://'),
    fc.constantFrom('', 'item.taobao.com', 's.click.taobao.com', '127.0.0.1', 'a.b'),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  )
  .map((parts) => parts.join(''));

test('host and path are those the URL standard reads, in whatever way they were found', () => {
  fc.assert(
    fc.property(address, (written) => {
      const read = readWebAddress(written);
      if (read === null) return;
      const url = new URL(written);
      expect(read.host).toBe(url.hostname.replace(/\.+$/, ''));
      expect(read.path).toBe(url.pathname);
      expect(`${read.protocol}:`).toBe(url.protocol);
    }),
    { numRuns: 3_000 },
  );
});

test('an address no browser opens is none', () => {
  for (const written of ['https://', 'https://a b.com/', 'https://a.com:99999/', `https://a.com/${'x'.repeat(20_000)}`])
    expect(readWebAddress(written)).toBeNull();
});
