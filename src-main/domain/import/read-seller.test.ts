import { expect, test } from 'vitest';
import type { ImportedRow } from '../catalog/imported-row.ts';
import { describeTable } from './describe-table.ts';
import { compileRowParser } from './row-parser.ts';

function read(more: Record<string, string>): ImportedRow {
  const row = { 商品id: '557662696505', 商品名称: '补水面膜', ...more };
  const headers = Object.keys(row);
  const { suggestion } = describeTable([{ line: 1, cells: headers }]);
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited: false, today: '2026-11-23' });
  return parse({ line: 2, cells: Object.values(row) });
}

test.each([
  [{ 平台类型: '唯品会' }, '平台类型', '唯品会'],
  [{ 平台类型: '1688严选' }, '平台类型', '1688'],
  [{ 平台类型: '苏宁易购', 商品链接: 'https://item.taobao.com/item.htm?id=557662696505' }, '平台类型', '苏宁'],
  [{ 商品链接: 'https://detail.1688.com/offer/557662696505.html' }, '商品链接', '1688'],
  [{ 平台类型: '0', 商品链接: 'https://product.suning.com/0000000000/557662696505.html' }, '商品链接', '苏宁'],
  [{ 推广链接: 'https://t.vip.com/abc' }, '推广链接', '唯品会'],
  [{ 商品id: 'https://detail.1688.com/offer/557662696505.html' }, '商品id', '1688'],
])('goods of another shop are kept out by its name: %j', (more, column, shop) => {
  const row = read(more);
  expect(row.product).toBeNull();
  expect(row.issues).toMatchObject([{ code: 'other-shop', effect: 'rejected', column }]);
  expect(row.issues[0]?.params?.['shop']).toContain(shop);
});

test("an id that the row's platform does not have is told from one that is none at all", () => {
  expect(read({ 平台类型: '抖音' }).issues).toMatchObject([
    { code: 'id-not-of-platform', effect: 'rejected', params: { platform: '抖音 (Douyin)' } },
  ]);
  expect(read({ 平台类型: '淘宝', 商品id: '毛巾' }).issues).toMatchObject([{ code: 'id-unreadable' }]);
});

test.each([
  [{ 平台类型: '京东超市' }, 'jd', 'jd'],
  [{ 平台类型: '拼多多百亿补贴' }, 'pdd', 'pdd'],
  [{ 平台类型: '天猫国际' }, 'taobao', 'tmall'],
  [{ 推广链接: 'https://u.jd.com/AbCdEf1' }, 'jd', 'jd'],
  [{ 平台类型: '某站', 推广链接: 'https://p.pinduoduo.com/AbCdEf1' }, 'pdd', 'pdd'],
  [{ 推广链接: 'https://s.click.taobao.com/AbCdEf1' }, 'taobao', null],
  [{ 推广链接: 'https://dwz.example.cn/AbCdEf1' }, 'taobao', null],
  [{ 平台类型: '淘宝/京东' }, 'taobao', null],
  [{ 平台类型: '0', 商品链接: 'https://item.jd.com/557662696505.html' }, 'jd', 'jd'],
  [{ 平台类型: '淘宝', 商品链接: 'https://item.jd.com/100012043978.html' }, 'taobao', 'taobao'],
])('goods go to the market that the row names: %j', (more, market, platform) => {
  expect(read(more).product).toMatchObject({ market, platform });
});
