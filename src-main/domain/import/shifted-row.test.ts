import { expect, test } from 'vitest';
import { describeTable } from './describe-table.ts';
import { compileRowParser } from './row-parser.ts';

const headers = '商品id,商品名称,商品链接,淘宝客链接,价格,月销量,佣金率,佣金,优惠券面额,优惠券结束时间,备注'.split(',');
const cells = [
  '557662696505',
  '面膜',
  'http://item.taobao.com/item.htm?id=557662696505',
  'https://s.click.taobao.com/t?e=1',
  '149.00',
  '9521',
  '4.00',
  '5.96',
  '满99元减20元',
  '2026-11-30',
  '主推',
];

function read(row: string[], delimited = true) {
  const { mapping } = describeTable([{ line: 1, cells: headers }]).suggestion;
  const parse = compileRowParser({ headers, mapping, delimited, today: '2026-11-23' });
  const { product, issues } = parse({ line: 2, cells: row });
  return product ? product.priceFen : issues.filter(({ effect }) => effect === 'rejected').map(({ code }) => code);
}

test('a row that lost a separator is rejected, not read with another price', () => {
  for (const lost of [1, 2, 3]) {
    const joined = cells.toSpliced(lost, 2, `${cells[lost]}${cells[lost + 1]}`);
    expect(read(joined)).toEqual(['row-short']);
  }
});

test('a row that a comma in its title moved is rejected, also when its last cell was empty', () => {
  const moved = ['557662696505', '面膜', '2', ...cells.slice(2, -1), ''];
  expect(read(moved)).toEqual(['price-unreadable']);
  expect(read(['557662696505', '面膜', ...cells.slice(2, 5), '9', ...cells.slice(5, -1), ''])).toEqual(['row-long']);
});

test('a row without its empty last cells is whole, odd values and all', () => {
  expect(read(cells.slice(0, -1))).toBe(14_900);
  const odd = cells.with(5, '近7天100+').with(8, '满3件减5元');
  expect(read(odd.slice(0, -1))).toBe(14_900);
});

test('workbooks have no separators to lose', () => {
  expect(read(cells.toSpliced(2, 2, 'x'), false)).toBe(952_100);
});
