import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeApart } from './take-apart.ts';

const figures = '零一二三四五六七八九';

/** A number below 10,000 the way it is read aloud: 2305 → 两千三百零五. */
function readAloud(value: number): string {
  if (value < 20 && value >= 10) return `十${value === 10 ? '' : figures[value - 10]}`;
  let text = '';
  let gap = false;
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${digit === 2 && place >= 100 ? '两' : figures[digit]}${name}`;
      gap = false;
    }
  }
  return value === 2 ? '两' : text;
}

const prices = (text: string) => takeApart(text).prices.map(({ role, fen }) => [role, fen]);

describe('amounts in words', () => {
  it('are read as they are said, below ten thousand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9 }), (yuan, tenth) => {
        const said = readAloud(yuan);
        const cents = yuan * 100 + tenth * 10;
        expect(prices(`${said}块${figures[tenth]}包邮`)).toEqual([['plain', cents]]);
        expect(prices(`券后${said}块${figures[tenth]}毛`)).toEqual([['final', cents]]);
        expect(prices(`原价${said}元，`)).toEqual([['list', yuan * 100]]);
        expect(prices(`只要${said}块钱！`)).toEqual([['plain', yuan * 100]]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['九块九包邮', [['plain', 990]]],
    ['纸巾 五块九', [['plain', 590]]],
    ['十九块九！', [['plain', 1990]]],
    ['9块9包邮', [['plain', 990]]],
    ['九塊九～', [['plain', 990]]],
    ['九十九元', [['plain', 9900]]],
    ['五元包邮', [['plain', 500]]],
    ['券后一百块', [['final', 10_000]]],
    ['到手价一百五十块', [['final', 15_000]]],
    ['一百五块九', [['plain', 15_090]]],
    ['九块九两件', [['plain', 990]]],
    ['券后两块九毛九', [['final', 299]]],
  ])('%s', (text, expected) => expect(prices(text)).toEqual(expected));

  it.each([
    '一块儿去',
    '一块肥皂',
    '送两块',
    '豆腐一块，两块',
    '三块五花肉',
    '一块二维码',
    '两块三文鱼',
    '五块一斤',
    '第二块九折',
    '拼图 到手一百块',
    '拍下十块',
    '积木一百块',
    '三元 纯牛奶',
    '一元复始',
    '十元店',
    '百元好物，千元机',
    '五十元券',
    '五十元 无门槛券',
    '立减九块九',
    '省五十元',
    '满九十九元包邮',
    '九块九~十九块九',
    '现价一样，活动价一致',
    '九九块九',
    '十两块九',
    '双十一九块九',
  ])('%s names no price', (text) => expect(prices(text)).toEqual([]));
});
