import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyText } from './classify.ts';
import { isLinkKind } from './link-kinds.ts';
import { takeApart } from './take-apart.ts';

const alnum = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')),
    minLength: length,
    maxLength: length,
  });
const code = alnum(15);
const token = alnum(9).map((rest) => `aB${rest}`);
const itemId = fc.bigInt({ min: 10n ** 9n, max: 10n ** 12n }).map(String);

/** Links in many dresses, with the noise that sharing adds. */
const link = fc.oneof(
  itemId.map((id) => `https://item.taobao.com/item.htm?spm=a.b&id=${id}`),
  itemId.map((id) => `http://detail.tmall.com/item.htm?id=${id}&skuId=1`),
  fc.tuple(code, token).map(([path, tk]) => `https://e.tb.cn/h.${path}?tk=${tk}`),
  token.map((value) => `￥${value}￥`),
  fc.tuple(token, alnum(7)).map(([value, path]) => `7￥ CZ3457 ${value}￥ https://m.tb.cn/h.${path}`),
  alnum(7).map((path) => `https://s.click.taobao.com/${path}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.webUrl().map((url) => `tbopen://m.taobao.com/tbopen/index.html?h5Url=${encodeURIComponent(url)}`),
);
const glue = fc.constantFrom(
  ' ',
  '\n',
  '，',
  '。',
  '】',
  '（',
  '）',
  '看',
  '!',
  ')',
  '"',
  '“',
  '\u200b',
  '  ',
  '…',
  '👉',
);
const post = fc
  .array(fc.oneof(link, glue, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

/** Fragments that make scanners slip. */
const shards = fc.constantFrom(
  ...'https:// http // / ? & = % %2F @ \\ : . # ￥ $ ( ) （ ） ！ 「 」 【 】 【淘宝】 tk= m.tb.cn/h. item.taobao.com'.split(
    ' ',
  ),
  ...'CZ3457 AbCdEfGhIj1 48 #小程序:// tbopen:// h5Url= 京东 淘 ж 中'.split(' '),
  '\n',
  ' ',
  '\ud83d',
  '\udc49',
);
const noise = fc.array(shards, { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(post, noise, fc.string({ unit: 'binary', maxLength: 200 }));

/** A wrapped address is given without the breaks in it; everything else as it stands. */
const withoutBreaks = (slice: string, value: string): string =>
  value.includes('\n') ? slice : slice.replace(/[ \t]*\r?\n/g, '');

describe('classifyText on any text', () => {
  it('yields ordered parts that slice back, without overlaps', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const part of classifyText(text)) {
          expect(part.start).toBeGreaterThanOrEqual(end);
          expect(part.end).toBeGreaterThan(part.start);
          expect(withoutBreaks(text.slice(part.start, part.end), part.value)).toBe(part.value);
          expect(isLinkKind(part.kind)).toBe(true);
          end = part.end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives a canonical form that is itself one link with the same canonical form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const part of classifyText(text)) {
          const again = classifyText(part.canonical);
          expect(again.map(({ canonical }) => canonical)).toEqual([part.canonical]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('calls a host official only when a browser goes there', () => {
    const host = fc.array(shards, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(host, host, (before, after) => {
        for (const part of classifyText(`https://${before}item.taobao.com${after}/item.htm?id=557662696505`)) {
          if (part.kind !== 'tb_item_pc' || !/^https?:/i.test(part.value)) continue;
          expect(new URL(part.value).hostname.replace(/\.$/, '')).toBe('item.taobao.com');
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('an affiliate link broken over two lines', () => {
  const promoted = fc
    .tuple(alnum(80), fc.tuple(fc.nat(99_999_999), fc.nat(999_999_999), fc.nat(99_999_999_999)))
    .map(([e, pid]) => `https://uland.taobao.com/coupon/edetail?e=${e}&activityId=&pid=mm_${pid.join('_')}`);

  it('is read whole, or is not said to pay', () => {
    fc.assert(
      fc.property(promoted, fc.nat(), fc.constantFrom('\n', '\r\n', ' \n'), (link, at, lineBreak) => {
        const cut = 60 + (at % (link.length - 64));
        const [part] = classifyText(`${link.slice(0, cut)}${lineBreak}${link.slice(cut)}\n券后39.9`);
        if (part?.earns !== 'yes') return;
        expect(part).toMatchObject({ value: link, canonical: classifyText(link)[0]?.canonical });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('takeApart on any text', () => {
  it('covers no character twice and slices back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { links, prices, coupons, titles, words, products } = takeApart(text);
        const parts = [...links, ...prices, ...coupons, ...titles, ...words].sort((a, b) => a.start - b.start);
        let end = 0;
        for (const part of parts) {
          expect(part.start).toBeGreaterThanOrEqual(end);
          expect(withoutBreaks(text.slice(part.start, part.end), part.value)).toBe(part.value);
          end = part.end;
        }
        expect(products.flatMap((product) => product.links).sort((a, b) => a - b)).toEqual(
          links.map((_, index) => index),
        );
      }),
      { numRuns: 1500 },
    );
  });
});

describe('hostile texts of a megabyte', () => {
  const units = [
    'https://',
    'https://a.com/x',
    '￥AbCdEfGhIj1',
    '1￥AbCdEfGhIj1￥',
    '【淘宝】 ',
    '(AbCdEfGhIj1)',
    'https://m.tb.cn下',
    '?tk=AbCdEfGhIj1',
    '%',
    '.',
    ')',
    '券后1¥2',
    '「a',
    '【a】\n',
    'https://ж',
  ];
  it.each(units)('%s… is taken apart', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const { links } = takeApart(text);
    for (const part of links.slice(0, 100)) expect(text.slice(part.start, part.end)).toBe(part.value);
  });
});
