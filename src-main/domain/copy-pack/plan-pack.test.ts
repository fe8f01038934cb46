import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords } from '#contract/messages/pack-messages';
import { isPackPath } from './manifest.ts';
import type { PackItem } from './pack-input.ts';
import { textOfFile } from './pack-texts.ts';
import { finishPack, itemTextFiles } from './finish-pack.ts';
import { planPack } from './plan-pack.ts';
import { sampleFinding, sampleItem, samplePack } from './testing/pack-samples.ts';

const named = (number: number, shortTitle: string): PackItem => {
  const item = sampleItem(number);
  return { ...item, facts: { ...item.facts, shortTitle } };
};

describe('planPack', () => {
  it('gives each item a numbered folder in posting order', () => {
    const plan = planPack(samplePack([named(5, '马克杯'), named(3, '马克杯'), named(9, 'CON')]));
    expect(plan.items.map(({ folder }) => folder)).toEqual(['01 马克杯', '02 马克杯', '03 _CON']);
    expect(plan.items[0]?.images.map(({ path }) => path)).toEqual([
      '01 马克杯/01-1 海报.jpg',
      '01 马克杯/01-2 商品图.jpg',
    ]);
    expect(plan.items[0]?.textPath).toBe('01 马克杯/01 文案.txt');
  });

  it('numbers so that file managers sort a long list rightly', () => {
    const plan = planPack(samplePack(Array.from({ length: 120 }, (_, index) => sampleItem(index))));
    const folders = plan.items.map(({ folder }) => folder);
    expect(folders).toEqual(folders.toSorted());
    expect(folders[0]).toMatch(/^001 /);
  });

  it('falls back to the title, and to a word when nothing of it can be a name', () => {
    expect(planPack(samplePack([named(1, '  ')])).items[0]?.folder).toMatch(/^01 三塘陶瓷/);
    expect(planPack(samplePack([named(1, '🔥🔥')])).items[0]?.folder).toBe('01 商品');
    expect(planPack(samplePack([], { campaign: { id: null, name: '../双十一/🔥' } })).name).toBe('／双十一／');
  });

  it('refuses by its own rules, keeps what the app had set aside, and renumbers', () => {
    const given = {
      productId: 'taobao:1',
      itemId: '1',
      title: '旧商品',
      reasons: [{ code: 'not-in-catalog' as const, params: {} }],
      canOverride: false,
    };
    const plan = planPack(
      samplePack([sampleItem(1, { findings: [sampleFinding('block')] }), sampleItem(2)], { refused: [given] }),
    );
    expect(plan.refused.map(({ productId, reasons }) => [productId, reasons[0]?.code])).toEqual([
      ['taobao:1', 'not-in-catalog'],
      ['taobao:557662696001', 'block-findings'],
    ]);
    expect(plan.items.map(({ number, source }) => [number, source.itemId])).toEqual([[1, '557662696002']]);
  });

  it('records an override with what it lifted', () => {
    const plan = planPack(samplePack([sampleItem(1, { findings: [sampleFinding('block')], override: '品牌方确认' })]));
    expect(plan.items[0]).toMatchObject({ override: '品牌方确认', overridden: [{ code: 'block-findings' }] });
  });

  it('keeps at most nine pictures for Moments and says so', () => {
    const imageUrls = Array.from({ length: 12 }, (_, index) => `//img.alicdn.com/${index}.jpg`);
    const item = sampleItem(1, { imageUrls, text: '马克杯' });
    const moments = planPack(samplePack([item], { surface: 'moments' })).items[0];
    expect(moments?.images).toHaveLength(9);
    expect(moments?.hints).toContainEqual({
      code: 'images-left-out',
      confidence: 'low',
      params: { limit: 9, left: 4 },
    });
    expect(planPack(samplePack([item])).items[0]?.images).toHaveLength(13);
  });

  it('numbers pictures in posting order, so that an album on a phone keeps it', () => {
    const imageUrls = Array.from({ length: 12 }, (_, index) => `//img.alicdn.com/${index}.jpg`);
    const names = planPack(samplePack([sampleItem(1, { imageUrls })])).items[0]?.images.map(({ path }) => path) ?? [];
    expect(names[0]).toMatch(/\/01-01 海报\.jpg$/);
    expect(names[12]).toMatch(/\/01-13 商品图\.jpg$/);
    expect(names).toEqual(names.toSorted());
  });

  it('puts the link beside a text that does not carry it, but never a 口令 for Moments', () => {
    const linkFile = (surface: 'moments' | 'oa_article' | 'group', said: Partial<PackItem>) => {
      const [item] = planPack(samplePack([sampleItem(1, said)], { surface })).items;
      return item && itemTextFiles(item)[1];
    };
    const link = { kind: 'tb_short_m' as const, value: 'https://m.tb.cn/h.VELwT1' };
    const token = { kind: 'tkl_symbol_pair' as const, value: '￥CZ3457LOcq￥' };
    expect(linkFile('oa_article', { text: '点阅读原文', link })).toEqual({
      path: '01 创意马克杯1/01 链接.txt',
      content: `\ufeff${link.value}\r\n`,
    });
    expect(linkFile('group', { text: `马克杯 ${link.value}`, link })).toBeUndefined();
    expect(linkFile('group', { text: '马克杯', link: token })?.content).toContain(token.value);
    expect(linkFile('moments', { text: '马克杯', link: token })).toBeUndefined();
    expect(linkFile('moments', { text: '马克杯', link: null })).toBeUndefined();
  });

  it('takes only web addresses for pictures, each once', () => {
    const imageUrls = [
      '//a.cn/1.jpg',
      'https://a.cn/1.jpg',
      'file:///etc/passwd',
      'javascript:x',
      '',
      'data:image/png,x',
    ];
    const urls = planPack(samplePack([sampleItem(1, { imageUrls })])).items[0]?.images.map((job) =>
      job.kind === 'product' ? job.url : job.imageUrl,
    );
    expect(urls).toEqual(['https://a.cn/1.jpg', 'https://a.cn/1.jpg']);
  });

  it('puts no code on the poster for addresses no phone should open or read', () => {
    const qr = (qrUrl: string | null) => {
      const job = planPack(samplePack([sampleItem(1, { qrUrl })])).items[0]?.images[0];
      return job?.kind === 'poster' ? job.spec.qrUrl : undefined;
    };
    expect(qr('https://m.tb.cn/h.VELwTd9')).toBe('https://m.tb.cn/h.VELwTd9');
    expect(qr('taobao://item.taobao.com/item.htm?id=1')).toBeNull();
    expect(qr(`https://s.click.taobao.com/t?e=${'x'.repeat(700)}`)).toBeNull();
  });

  it('keeps a long 口令 as it is through the file on disk', () => {
    const token = '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器';
    const plan = planPack(samplePack([sampleItem(1, { text: `复制：\r\n${token}\r\n完` })]));
    const [item] = plan.items;
    if (!item) throw new Error('no item');
    const [{ content } = { content: '' }] = itemTextFiles(item);
    expect(content).toBe(`\ufeff复制：\r\n${token}\r\n完\r\n`);
    expect(textOfFile(content)).toBe(`复制：\n${token}\n完`);
  });

  it('takes every kind of line end for a line end, and drops what is no text', () => {
    const [item] = planPack(samplePack([sampleItem(1, { text: '\n\n一\r二\r\n三\u0000\u0007\ud800 \n\n' })])).items;
    expect(item?.text).toBe('一\n二\n三\ufffd');
  });

  it('has only paths that stay inside the pack, all different, for any titles', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('..', 'CON', '/', '\\..\\', '杯', 'a'),
    );
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 12 }), (titles) => {
        const plan = planPack(samplePack(titles.map((text, index) => named(index, text))));
        const paths = [
          ...plan.items.flatMap(({ textPath, images }) => [textPath, ...images.map(({ path }) => path)]),
          ...finishPack(plan, new Map(), packWords).map(({ path }) => path),
        ];
        expect(paths.filter((path) => !isPackPath(path))).toEqual([]);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      }),
      { numRuns: 200 },
    );
  });

  it('plans the same for the same input', () => {
    const input = samplePack([sampleItem(1), sampleItem(2)]);
    expect(JSON.stringify(planPack(input))).toBe(JSON.stringify(planPack(structuredClone(input))));
  });
});
