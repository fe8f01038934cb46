import { expect, test } from 'vitest';
import { describeTable } from './describe-table.ts';
import { compileRowParser } from './row-parser.ts';

function read(price: string, finalPrice: string): unknown[] {
  const headers = ['商品id', '商品名称', '原价', '券后价'];
  const { suggestion } = describeTable([{ line: 1, cells: headers }]);
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited: false, today: '2026-11-23' });
  const { product, issues } = parse({ line: 2, cells: ['557662696505', '补水面膜', price, finalPrice] });
  return [product?.priceFen, product?.statedFinalPriceFen, ...issues.map(({ code, column }) => `${code} ${column}`)];
}

test.each([
  ['原价：19.9', '券后14.9元'],
  ['日常价 ¥19.90', '到手价14.9'],
  ['价格:19.9元', '仅需14.9'],
  ['19.9（包邮）', '14.9元包邮'],
])('a price may say which one it is: %s, %s', (price, finalPrice) => {
  expect(read(price, finalPrice)).toEqual([1990, 1490]);
});

test('the price after the coupon may be a range, too', () => {
  expect(read('19.9', '14.9起')).toEqual([1990, 1490, 'price-range 券后价']);
  expect(read('19.9', '券后14.9-16.9')).toEqual([1990, 1490, 'price-range 券后价']);
});

test('what is no amount stays unread', () => {
  expect(read('19.9', '面议')).toEqual([1990, null, 'money-unreadable 券后价']);
  expect(read('19.9', '原价')).toEqual([1990, null, 'money-unreadable 券后价']);
  expect(read('券后价', '14.9')).toEqual([undefined, undefined, 'price-unreadable 原价']);
});
