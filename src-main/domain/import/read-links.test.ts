import { expect, test } from 'vitest';
import { describeTable } from './describe-table.ts';
import { compileRowParser } from './row-parser.ts';

const today = '2026-11-23';

test('links in every column that is named for them are kept', () => {
  const cells = [
    '557662696505',
    '面膜',
    'https://s.click.taobao.com/t?e=A',
    'https://s.click.taobao.com/t?e=B',
    '￥AbCdEfGhIjK￥',
    '8緮置内容￥XbCdEfGhIjK￥打开淘宝',
    'https://uland.taobao.com/quan/detail?activityId=55cc8ff4119e45dbb26e46cab65c1eab',
  ];
  const headers = ['商品id', '商品名称', '推广链接', '淘宝客链接', '口令', '长口令', '优惠券'];
  const { mapping } = describeTable([{ line: 1, cells: headers }]).suggestion;
  const row = compileRowParser({ headers, mapping, delimited: false, today })({ line: 2, cells });
  expect(row.issues).toEqual([]);
  expect(row.links.map(({ field, value }) => `${field} ${value}`)).toEqual([
    'affiliateUrl https://s.click.taobao.com/t?e=B',
    'token ￥AbCdEfGhIjK￥',
    'affiliateUrl https://s.click.taobao.com/t?e=A',
    'token 8緮置内容￥XbCdEfGhIjK￥打开淘宝',
    'couponUrl https://uland.taobao.com/quan/detail?activityId=55cc8ff4119e45dbb26e46cab65c1eab',
  ]);
  expect(row.product).toMatchObject({ couponState: 'some', couponActivityId: '55cc8ff4119e45dbb26e46cab65c1eab' });
});

test.each([
  ['满99减20 https://uland.taobao.com/quan/detail?x=1', '满99减20'],
  ['满99减20，领券链接：https://uland.taobao.com/quan/detail?x=1', '满99减20'],
  ['https://uland.taobao.com/quan/detail?x=1 满99减20', '满99减20'],
])('what a coupon is worth is read beside its page: %s', (cell, terms) => {
  const headers = ['商品id', '商品名称', '优惠券'];
  const { mapping } = describeTable([{ line: 1, cells: headers }]).suggestion;
  const parse = compileRowParser({ headers, mapping, delimited: false, today });
  const { product, links } = parse({ line: 2, cells: ['557662696505', '面膜', cell] });
  expect(product).toMatchObject({ couponState: 'some', couponText: terms, couponFaceFen: 2000 });
  expect(links).toEqual([{ field: 'couponUrl', value: 'https://uland.taobao.com/quan/detail?x=1' }]);
});

test('a field the user left out stays out', () => {
  const headers = ['商品id', '商品名称', '推广链接', '淘宝客链接'];
  const mapping = { columns: { itemId: 0, title: 1 }, units: {} };
  const parse = compileRowParser({ headers, mapping, delimited: false, today });
  const cells = ['557662696505', '面膜', 'https://s.click.taobao.com/t?e=A', 'https://s.click.taobao.com/t?e=B'];
  expect(parse({ line: 2, cells }).links).toEqual([]);
});
