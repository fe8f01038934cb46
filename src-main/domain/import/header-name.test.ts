import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerSignature, normalizeHeader, unitInHeader, withoutHints } from './header-name.ts';

test.each([
  ['商品价格(单位：元)', '商品价格'],
  ['商品价格（单位：元）', '商品价格'],
  ['佣金率（%）', '佣金率'],
  ['收入比率(%)', '收入比率'],
  ['淘口令(30天内有效)', '淘口令'],
  ['优惠券短链接（300天内有效）', '优惠券短链接'],
  [' 商品\nＩＤ ', '商品id'],
  ['\ufeff商品id', '商品id'],
  ['Item_ID', 'itemid'],
  ['D_title', 'dtitle'],
  ['价格/元', '价格'],
  ['商品id*', '商品id'],
  ['30天销量（件）', '30天销量'],
  ['商品名称(必填)', '商品名称'],
  ['优惠券(店铺)', '优惠券(店铺)'],
] as const)('%j is %j', (header, name) => {
  expect(normalizeHeader(header)).toBe(name);
});

test.each([
  ['商品名称（30字以内）', '商品名称'],
  ['商品名称\n(30字内，不要重复)', '商品名称'],
  ['价格(元/件)', '价格'],
  ['佣金率(如15.5)', '佣金率'],
  ['商品id[请勿修改]', '商品id'],
  ['优惠券(剩余)', '优惠券(剩余)'],
  ['店铺(评分)', '店铺(评分)'],
])('%j without hints is %j', (header, name) => {
  expect(withoutHints(normalizeHeader(header))).toBe(name);
});

test('white space, width, case and units never part two headers', () => {
  const written = fc.constantFrom('商品价格(单位：元)', '收入比率(%)', '淘口令(30天内有效)', 'Item_ID', '优惠券面额');
  const space = fc.constantFrom('', ' ', '\u3000', '\n', '\u200b', '\ufeff');
  fc.assert(
    fc.property(written, fc.array(space, { minLength: 20, maxLength: 20 }), fc.boolean(), (header, spaces, wide) => {
      const spread = Array.from(header, (character, at) => character + (spaces[at] ?? '')).join('');
      const variant = wide
        ? spread.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
        : spread.toUpperCase();
      expect(normalizeHeader(variant)).toBe(normalizeHeader(header));
    }),
  );
});

test('units are read from the header', () => {
  expect(unitInHeader('商品价格（单位：元）')).toEqual({ money: 'yuan' });
  expect(unitInHeader('价格(分)')).toEqual({ money: 'fen' });
  expect(unitInHeader('佣金率（%）')).toEqual({ rate: 'percent' });
  expect(unitInHeader('佣金')).toEqual({});
});

test('a signature tells tables apart by their headers and their order, not by how they are written', () => {
  expect(headerSignature(['商品id', '价格(元)'])).toBe(headerSignature(['商品ID', '价格（元）']));
  expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['b', 'a']));
  expect(headerSignature(['ab', ''])).not.toBe(headerSignature(['a', 'b']));
});
