import { expect, test } from 'vitest';
import { describeTable } from './describe-table.ts';
import { knownLayouts } from './known-layouts.ts';
import type { RawRow } from './raw-row.ts';

function rowsOf(...lines: (string[] | null)[]): RawRow[] {
  return lines.flatMap((cells, index) => (cells === null ? [] : [{ line: index + 1, cells }]));
}

function fieldsOf(rows: RawRow[]): Record<string, string> {
  const { headers, suggestion } = describeTable(rows);
  return Object.fromEntries(suggestion.choices.map(({ field, column }) => [field, headers[column] ?? '']));
}

test.each(knownLayouts.map((layout) => [layout.id, layout] as const))('%s is recognised in any order', (id, layout) => {
  for (const headers of [layout.headers, layout.headers.toReversed()]) {
    const table = describeTable(
      rowsOf(
        [...headers],
        headers.map(() => '1'),
      ),
    );
    expect(table.layout).toMatchObject({ id, complete: true });
    expect(table.kind).toBe('products');
    expect(table.headerRow).toBe(1);
    expect(table.suggestion.ambiguous).toEqual([]);
  }
});

test('a layout with a few columns missing is still named, as not complete', () => {
  const headers = knownLayouts[0]!.headers.slice(0, 20);
  expect(describeTable(rowsOf([...headers])).layout).toMatchObject({ id: 'alimama_daily_coupon_22', complete: false });
});

test.each([
  ['dataoke_v1_fields', 'GoodsID,D_title,Pic,Org_Price,Price,Quan_price,Quan_link'],
  ['haodanku_fields', 'itemid,itemtitle,itemprice,itemendprice,tkrates,couponurl'],
])('%s is told by a few of its fields, since scripts write only some', (id, headers) => {
  expect(describeTable(rowsOf(headers.split(','))).layout).toMatchObject({ id, complete: false });
});

test('field names that many services use tell no layout', () => {
  const headers = 'ID,Title,Pic,Cid,Price,Dsr,Commission,Introduce,itemid'.split(',');
  expect(describeTable(rowsOf(headers)).layout).toBeNull();
});

test('hints in a header do not hide its name', () => {
  expect(
    fieldsOf(rowsOf(['商品id(必填)', '商品名称（30字以内）', '价格(元/件)', '佣金率(如15.5)', '优惠券(剩余)'])),
  ).toEqual({
    itemId: '商品id(必填)',
    title: '商品名称（30字以内）',
    price: '价格(元/件)',
    commissionRate: '佣金率(如15.5)',
  });
});

test('title lines and blank lines above the header are passed over', () => {
  const table = describeTable(
    rowsOf(
      ['2026年11月精选商品'],
      null,
      ['导出时间：2026-11-23', '', ''],
      ['商品id', '商品名称', '佣金'],
      ['557662696505', '面膜', '5.00'],
    ),
  );
  expect(table).toMatchObject({ headerRow: 4, headers: ['商品id', '商品名称', '佣金'], kind: 'products' });
  expect(table.sampleRows.map(({ line }) => line)).toEqual([5]);
});

test('an order report is recognised by name, whatever its generation', () => {
  const old =
    '创建时间,点击时间,商品信息,商品ID,掌柜旺旺,所属店铺,商品数,商品单价,订单状态,订单类型,收入比率,分成比率,付款金额,效果预估,结算金额,预估收入,结算时间,佣金比率,佣金金额,订单编号,类目名称,广告位ID,广告位名称';
  const newer =
    '订单创建时间,订单付款时间,商品ID,商品标题,商品数,订单状态,付款金额,付款预估收入,结算预估收入,淘宝父订单编号,淘宝子订单编号';
  for (const headers of [old, newer]) {
    expect(describeTable(rowsOf(headers.split(',')))).toMatchObject({
      kind: 'order-report',
      otherTable: { id: 'order-report' },
    });
  }
});

test.each([
  ['effect-report', '日期,点击数,付款笔数,付款金额,效果预估'],
  ['promotion-slots', '媒体名称,推广位名称,推广位ID,PID'],
  ['channel-list', '渠道关系id,渠道名称,备案时间'],
  ['refund-report', '维权创建时间,维权状态,维权退款金额,商品id,商品名称'],
])('%s is a known kind without products', (id, headers) => {
  expect(describeTable(rowsOf(headers.split(',')))).toMatchObject({ kind: 'other-known', otherTable: { id } });
});

test('a product table with a few order-like words is no order report', () => {
  expect(describeTable(rowsOf('商品id,商品名称,商品单价,佣金金额,备注'.split(','))).kind).toBe('products');
});

test('in 大淘客 dumps Price is the price after the coupon and Commission a rate', () => {
  const dataoke = fieldsOf(rowsOf('GoodsID,Title,Org_Price,Price,Quan_price,Commission'.split(',')));
  expect(dataoke).toMatchObject({ price: 'Org_Price', finalPrice: 'Price', commissionRate: 'Commission' });
  expect(fieldsOf(rowsOf('item_id,title,price'.split(',')))).toMatchObject({ price: 'price' });
});

test('of two columns for one field the more telling name wins, the other stays raw data', () => {
  const { suggestion } = describeTable(rowsOf('商品id,商品名称,价格,商品价格(单位：元)'.split(',')));
  expect(suggestion.mapping.columns).toMatchObject({ price: 3 });
  expect(suggestion.rivals).toEqual([{ field: 'price', column: 2, header: '价格', reason: 'weaker-name' }]);
});

test('原价 is the price unless another column says what the coupon is taken off', () => {
  const priceOf = (...headers: string[]) => {
    const { mapping } = describeTable(rowsOf(['商品id', '商品名称', ...headers])).suggestion;
    return headers[(mapping.columns.price ?? -1) - 2];
  };
  expect(priceOf('原价', '现价')).toBe('原价');
  expect(priceOf('原价', '现价', '券后价')).toBe('现价');
  expect(priceOf('原价', '售价')).toBe('售价');
  expect(priceOf('日常价', '活动价', '券后价')).toBe('活动价');
  expect(priceOf('市场价', '促销价')).toBe('促销价');
  expect(priceOf('吊牌价')).toBe('吊牌价');
  expect(priceOf('京东价')).toBe('京东价');
  expect(priceOf('单买价', '拼团价')).toBe('拼团价');
});

test('a commission in percent is a rate, unless another column calls itself one', () => {
  const head = ['商品id', '商品名称'];
  expect(fieldsOf(rowsOf([...head, '佣金（%）']))).toEqual({
    itemId: '商品id',
    title: '商品名称',
    commissionRate: '佣金（%）',
  });
  expect(fieldsOf(rowsOf([...head, '佣金%', '佣金率']))).toMatchObject({ commissionRate: '佣金率' });
  expect(fieldsOf(rowsOf([...head, '佣金(元)', '佣金(%)']))).toMatchObject({
    commission: '佣金(元)',
    commissionRate: '佣金(%)',
  });
});

test('the headers people give their own tables', () => {
  const own = ['产品名称', '产品链接', '原价', '券额', '券后', '佣金率', '已售', '推广地址'];
  expect(fieldsOf(rowsOf(own))).toEqual({
    title: '产品名称',
    detailUrl: '产品链接',
    price: '原价',
    couponFace: '券额',
    finalPrice: '券后',
    commissionRate: '佣金率',
    sales: '已售',
    affiliateUrl: '推广地址',
  });
});

test('equal headers of a required field are ambiguous only when their values differ', () => {
  const same = describeTable(rowsOf(['商品id', '商品名称', '商品id'], ['557662696505', '面膜', '557662696505']));
  expect(same.suggestion.ambiguous).toEqual([]);
  const differ = describeTable(rowsOf(['商品id', '商品名称', '商品id'], ['557662696505', '面膜', '881280651752']));
  expect(differ.suggestion.ambiguous).toEqual([{ field: 'itemId', columns: [0, 2] }]);
});

test('unknown headers: values tell what can be told, required fields are still asked for', () => {
  const rows = rowsOf(
    ['货号', '品名', '首图', '链接', '领券', '暗号', '面额'],
    ...[1, 2, 3].map((n) => [
      `55766269650${n}`,
      `网红水洗棉四件套 ${n}`,
      `//img.alicdn.com/i${n}.jpg`,
      `https://s.click.taobao.com/t?e=m%3D2${n}`,
      `https://uland.taobao.com/quan/detail?sellerId=1&activityId=${'a'.repeat(32)}`,
      '￥v5RoUtxzLRJ￥',
      '满199元减20元',
    ]),
  );
  const table = describeTable(rows);
  expect(table.kind).toBe('unknown');
  expect(table.suggestion.missing).toEqual(['itemId', 'title']);
  expect(fieldsOf(rows)).toEqual({
    itemId: '货号',
    title: '品名',
    image: '首图',
    affiliateUrl: '链接',
    couponUrl: '领券',
    token: '暗号',
    couponFace: '面额',
  });
  expect(table.suggestion.choices.every(({ reason }) => reason === 'values')).toBe(true);
});

test('seller ids are not taken for item ids beside an item page', () => {
  const rows = rowsOf(
    ['商品名称', '商品链接', '卖家编号'],
    ['网红水洗棉四件套', 'http://item.taobao.com/item.htm?id=557662696505', '2200123456789'],
  );
  const { suggestion, kind } = describeTable(rows);
  expect(kind).toBe('products');
  expect(suggestion.mapping.columns).toEqual({ title: 0, detailUrl: 1 });
});

test('a table without a header has row 0 as header and columns named by letter', () => {
  const table = describeTable(
    rowsOf(['557662696505', '网红水洗棉四件套', '12.50'], ['881280651752', '便携充电宝大容量', '99.00']),
  );
  expect(table).toMatchObject({ headerRow: 0, headers: ['列 A', '列 B', '列 C'], kind: 'unknown' });
  expect(table.suggestion.mapping.columns).toEqual({ itemId: 0, title: 1 });
  expect(table.sampleRows).toHaveLength(2);
});

test('the user may say which row is the header', () => {
  const rows = rowsOf(['商品id', '商品名称', '价格'], ['编号', '名字', '卖价'], ['557662696505', '面膜', '5']);
  expect(describeTable(rows, 2)).toMatchObject({ headerRow: 2, headers: ['编号', '名字', '卖价'], kind: 'unknown' });
  expect(describeTable(rows, 0)).toMatchObject({ headerRow: 0, headers: ['列 A', '列 B', '列 C'] });
});

test('a column without a header that every row fills is part of the table', () => {
  const table = describeTable(
    rowsOf(['商品id', '商品名称'], ['557662696505', '面膜', '热'], ['881280651752', '充电宝', '新']),
  );
  expect(table.headers).toEqual(['商品id', '商品名称', '列 C']);
});

test('the scale of a rate is found by price × rate = commission, before the header and the values are asked', () => {
  const table = (header: string, rates: string[]) =>
    describeTable(
      rowsOf(
        ['商品id', '商品名称', '价格', header, '佣金'],
        ...rates.map((rate, index) => ['557662696505', '面膜', '100.00', rate, ['4.00', '5.00', '6.00'][index] ?? '']),
      ),
    ).suggestion.units.find(({ field }) => field === 'commissionRate');
  expect(table('佣金率', ['4', '5', '6'])).toMatchObject({ unit: 'percent', reason: 'cross-check' });
  expect(table('佣金率', ['400', '500', '600'])).toMatchObject({ unit: 'hundredths', reason: 'cross-check' });
  expect(table('佣金率', ['0.04', '0.05', '0.06'])).toMatchObject({ unit: 'fraction', reason: 'cross-check' });
  expect(table('佣金率', ['0.04'])).toMatchObject({ unit: 'fraction', reason: 'cross-check' });
  expect(table('收入比率(%)', ['0.04', '0.05', '0.06'])).toMatchObject({ unit: 'fraction', reason: 'cross-check' });
});

test('without a commission the values decide, and a header with a % sign before them', () => {
  const unit = (header: string, rates: string[]) =>
    describeTable(rowsOf(['商品id', '商品名称', header], ...rates.map((rate) => ['557662696505', '面膜', rate])))
      .suggestion.units;
  expect(unit('commission_rate', ['1550', '90', '300'])).toMatchObject([{ unit: 'hundredths', reason: 'values' }]);
  expect(unit('佣金率', ['5', '20', '500', '12'])).toMatchObject([{ unit: 'percent', reason: 'default' }]);
  expect(unit('佣金率', ['0.04', '0.1', '0.2', '0.3', '0.05'])).toMatchObject([{ unit: 'fraction', reason: 'values' }]);
  expect(unit('佣金率(%)', ['0.4', '0.1', '0.2', '0.3', '0.5'])).toMatchObject([{ unit: 'percent', reason: 'header' }]);
  expect(unit('佣金率', ['4', '0.5'])).toMatchObject([{ unit: 'percent', reason: 'default' }]);
});

test('traditional headers are recognised', () => {
  expect(fieldsOf(rowsOf('商品編號,商品名稱,商品價格,佣金比率,優惠券面額,店鋪名稱'.split(',')))).toMatchObject({
    itemId: '商品編號',
    title: '商品名稱',
    price: '商品價格',
    commissionRate: '佣金比率',
    couponFace: '優惠券面額',
    shop: '店鋪名稱',
  });
});

test('a commission column full of percentages is a rate', () => {
  const table = (commission: string) =>
    describeTable(
      rowsOf(
        ['商品id', '商品名称', '佣金'],
        ['557662696505', '面膜', commission],
        ['881280651752', '充电宝', commission],
      ),
    );
  expect(table('30%').suggestion.mapping.columns).toEqual({ itemId: 0, title: 1, commissionRate: 2 });
  expect(table('30').suggestion.mapping.columns).toEqual({ itemId: 0, title: 1, commission: 2 });
});

test('hostile headers and values take no time worth measuring', () => {
  const cells = [
    '('.repeat(30_000),
    `(${'有效'.repeat(15_000)}`,
    `//${'._'.repeat(15_000)}`,
    `a${' '.repeat(30_000)}b\n`,
    '优惠券'.repeat(10_000),
  ];
  const table = describeTable(rowsOf(...Array.from({ length: 100 }, () => cells)));
  expect(table.headers.every((header) => header.length <= 200)).toBe(true);
});

test('a header of known names is found far below remarks', () => {
  const remarks = Array.from({ length: 120 }, (_, index) => [`类目${index}`, '元', `${index}`]);
  const table = describeTable(rowsOf(...remarks, ['商品id', '商品名称', '佣金'], ['557662696505', '面膜', '5.00']));
  expect(table).toMatchObject({ headerRow: 121, kind: 'products', productsAbove: 0 });
});

test('a header with more known names below the first products does not hide them', () => {
  const id = (at: number) => `55766269650${at}`;
  const second = ['商品id', '商品名称', '价格', '佣金', '店铺'];
  const table = describeTable(rowsOf(['商品id', '商品名称'], [id(1), '面膜'], [id(2), '毛巾'], second, [id(3), '杯']));
  expect(table).toMatchObject({ headerRow: 1, productsAbove: 0 });
  const byPage = describeTable(
    rowsOf(['标题', '商品链接'], ['面膜', `https://item.taobao.com/item.htm?id=${id(1)}`], second, [id(3), '杯']),
  );
  expect(byPage.headerRow).toBe(1);
  const legend = describeTable(rowsOf(['标题', '价格'], ['客服电话', '13800000000'], second, [id(3), '杯']));
  expect(legend.headerRow).toBe(3);
});

test('products above the only header are counted', () => {
  const rows = rowsOf(['557662696501', '面膜'], ['\t557662696502', '毛巾'], ['以下为新品', ''], ['商品id', '标题']);
  expect(describeTable(rows)).toMatchObject({ headerRow: 4, productsAbove: 2 });
});
