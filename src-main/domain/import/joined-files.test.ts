import { expect, test } from 'vitest';
import { describeTable } from './describe-table.ts';
import { compileRowParser } from './row-parser.ts';

// Files put one behind the other: each brings its own header.

const own = ['商品id', '商品名称', '店铺名称', '商品价格(单位：元)', '商品月销量', '佣金'];
const other = ['商品id', '商品名称', '类目', '推广链接', '商品价格(单位：元)', '商品月销量'];
const ownRow = ['557662696505', '面膜', '森田旗舰店', '149.00', '9521', '5.96'];
const otherRow = ['881280651752', '水杯', '家居', 'https://s.click.taobao.com/t?e=1', '19.90', '77'];

function readAll(headers: string[], rows: string[][]): string[] {
  const { suggestion } = describeTable([{ line: 1, cells: headers }]);
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited: true, today: '2026-11-23' });
  return rows.map((cells, at) => {
    const row = parse({ line: at + 2, cells });
    return row.product
      ? `${row.product.title} ${row.product.priceFen}`
      : row.issues.map(({ effect, code }) => `${effect} ${code}`).join();
  });
}

test('rows under a header with other columns are not read by the first header', () => {
  expect(readAll(own, [ownRow, other, otherRow, own, ownRow])).toEqual([
    '面膜 14900',
    'rejected other-header',
    'rejected other-table-row',
    'skipped repeated-header',
    '面膜 14900',
  ]);
});

test('a header that names more columns heads a table of its own', () => {
  const few = own.slice(0, 4);
  expect(readAll(few, [ownRow.slice(0, 4), own, ownRow, few, ownRow.slice(0, 4)])).toEqual([
    '面膜 14900',
    'rejected other-header',
    'rejected other-table-row',
    'skipped repeated-header',
    '面膜 14900',
  ]);
});

test('the same columns under other names are the same table', () => {
  const renamed = ['GoodsID', '商品标题', '店铺', '商品价格', '月销量', '预估佣金'];
  expect(readAll(own, [renamed, ownRow, renamed, ownRow])).toEqual([
    'skipped repeated-header',
    '面膜 14900',
    'skipped repeated-header',
    '面膜 14900',
  ]);
});

test('a second header line right below the first says the same in other words', () => {
  const english = ['GoodsID', 'Title', 'Org_Price', 'Price', 'Sales_num'];
  const chinese = ['商品id', '商品名称', '券后价', '价格', '销量'];
  expect(readAll(english, [chinese, ['557662696505', '面膜', '149', '129', '9']])).toEqual([
    'skipped repeated-header',
    '面膜 14900',
  ]);
});

test('handed back for repair, its rows are still under a header of their own', () => {
  const back = (cells: string[]) => ['原因', ...cells];
  expect(readAll(back(own), [back(other), back(otherRow)])).toEqual([
    'rejected other-header',
    'rejected other-table-row',
  ]);
});
