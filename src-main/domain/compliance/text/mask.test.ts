import { expect, it } from 'vitest';
import { findMaskedRanges } from './mask.ts';

it.each(Array.from('￥¥$€₤£₳¢₴₪₰₵฿₲₫₭₮₱₩₸₺₽₹₠₡₢₣₥₦₧₨₯₶'))(
  'finds a 口令 between two %s, with nothing else around',
  (sign) => {
    expect(findMaskedRanges(`复制${sign}SIH6XbwRfyt${sign}打开`)).toEqual([{ kind: 'token', start: 2, end: 15 }]);
  },
);

it.each(['!', '！', '#', '@', '%', '&', '/'])('finds a 口令 between two %s', (mark) => {
  expect(findMaskedRanges(`复制${mark}SIH6XbwRfyt${mark}打开`)).toEqual([{ kind: 'token', start: 2, end: 15 }]);
});

it.each(['#iPhone15Pro#', '@SpringSale2026@', '型号 (BC12Xk90Wh7)', '序列号：(C02xK1aBJG5)', '密码#Kq83mZw2Lx#'])(
  'finds no 口令 in %s, a name or a number of another kind',
  (text) => {
    expect(findMaskedRanges(text)).toEqual([]);
  },
);

it('finds nothing where only parts of an address or a 口令 stand', () => {
  for (const text of ['￥30 和 abcdefgh', '（说明书）abcdefgh', '3.5 比 4', '看：// 注释', 'SIH6XbwRfyt']) {
    expect(findMaskedRanges(text)).toEqual([]);
  }
});
