import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameTarget } from './same-target.ts';

describe('isSameTarget', () => {
  it.each([
    ['https://a.test/x', 'http://a.test/x'],
    ['http://A.test', 'http://a.test/'],
    ['https://a.test:443/', 'https://a.test/'],
    ['https://a.test./x', 'https://a.test/x'],
    ['https://a.test/%E4%B8%AD', 'https://a.test/中'],
    ['https://a.test/?q=%7e', 'https://a.test/?q=~'],
    ['https://a.test/#/route', 'https://a.test/'],
    ['https://a.test/x?a=1&from=wx&b=2', 'https://a.test/x?a=1&b=2'],
    ['https://中文.网址/', 'https://xn--fiq228c.xn--ses554g/'],
  ])('%s is %s', (arrived, asked) => {
    expect(isSameTarget(arrived, asked)).toBe(true);
  });

  it.each([
    ['https://a.test/', 'https://b.test/'],
    ['https://a.test.evil.test/', 'https://a.test/'],
    ['https://a.test/x', 'https://a.test/y'],
    ['https://a.test/x', 'https://a.test/x?a=1'],
    ['https://a.test/x?a=2', 'https://a.test/x?a=1'],
    ['https://a.test:8443/', 'https://a.test/'],
    ['taobao://a.test/', 'https://a.test/'],
    ['', 'https://a.test/'],
  ])('%s is not %s', (arrived, asked) => {
    expect(isSameTarget(arrived, asked)).toBe(false);
  });

  it('holds for every address and the way a browser writes it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(isSameTarget(new URL(url).href, url)).toBe(true);
      }),
    );
  });
});
