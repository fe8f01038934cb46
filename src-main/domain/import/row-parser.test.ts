import { describe, expect, test } from 'vitest';
import type { ImportedRow } from '../catalog/imported-row.ts';
import { describeTable } from './describe-table.ts';
import { compileRowParser } from './row-parser.ts';

const today = '2026-11-23';

/** Reads one row of a table with these headers, given by header. */
function read(row: Record<string, string>, options: { delimited?: boolean; today?: string } = {}): ImportedRow {
  const headers = Object.keys(row);
  const { suggestion } = describeTable([{ line: 1, cells: headers }]);
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited: false, today, ...options });
  return parse({ line: 2, cells: Object.values(row) });
}

function readCells(headers: string[], cells: string[], delimited = true): ImportedRow {
  const { suggestion } = describeTable([{ line: 1, cells: headers }]);
  return compileRowParser({ headers, mapping: suggestion.mapping, delimited, today })({ line: 2, cells });
}

function codes(row: ImportedRow): string[] {
  return row.issues.map(({ effect, code }) => `${effect} ${code}`);
}

const base = { 商品id: '557662696505', 商品名称: '补水面膜' };

test('the whole of a good row', () => {
  const row = read({
    商品id: '557662696505',
    商品名称: '补水面膜',
    商品主图: '//img.alicdn.com/a.jpg',
    商品详情页链接地址: 'http://item.taobao.com/item.htm?id=557662696505',
    商品一级类目: '美容护肤/美体/精油',
    淘宝客链接: 'https://s.click.taobao.com/t?e=m%3D2',
    '商品价格(单位：元)': '149.00',
    商品月销量: '9521',
    '收入比率(%)': '4.00',
    佣金: '5.96',
    卖家旺旺: '森田旗舰店',
    卖家id: '641875610',
    店铺名称: '森田药妆官方旗舰店',
    平台类型: '天猫',
    优惠券id: '19D114F1A6464C98A30B01B3CB17DAD6',
    优惠券总量: '10000',
    优惠券剩余量: '42',
    优惠券面额: '满99元减20元',
    优惠券开始时间: '2026-11-01',
    优惠券结束时间: '2026-11-30 23:59:59',
    优惠券链接: 'https://uland.taobao.com/quan/detail?sellerId=1&activityId=19d114f1a6464c98a30b01b3cb17dad6',
    商品优惠券推广链接: 'https://uland.taobao.com/coupon/edetail?e=abc',
    备注: '主推',
  });
  expect(row.issues).toEqual([]);
  expect(row.product).toEqual({
    market: 'taobao',
    itemId: '557662696505',
    itemKey: '557662696505',
    platform: 'tmall',
    title: '补水面膜',
    shortTitle: null,
    imageUrl: 'https://img.alicdn.com/a.jpg',
    detailUrl: 'http://item.taobao.com/item.htm?id=557662696505',
    category: '美容护肤/美体/精油',
    shop: '森田药妆官方旗舰店',
    seller: '森田旗舰店',
    brand: null,
    priceFen: 14_900,
    statedFinalPriceFen: null,
    couponState: 'some',
    couponText: '满99元减20元',
    couponFaceFen: 2000,
    couponThresholdFen: 9900,
    couponStartsOn: '2026-11-01',
    couponEndsOn: '2026-11-30',
    couponLeft: 42,
    couponTotal: 10_000,
    couponActivityId: '19d114f1a6464c98a30b01b3cb17dad6',
    commissionRateBp: 400,
    commissionFen: 596,
    monthlySales: 9521,
    recommendText: null,
  });
  expect(row.links).toEqual([
    { field: 'detailUrl', value: 'http://item.taobao.com/item.htm?id=557662696505' },
    { field: 'affiliateUrl', value: 'https://s.click.taobao.com/t?e=m%3D2' },
    {
      field: 'couponUrl',
      value: 'https://uland.taobao.com/quan/detail?sellerId=1&activityId=19d114f1a6464c98a30b01b3cb17dad6',
    },
    { field: 'couponAffiliateUrl', value: 'https://uland.taobao.com/coupon/edetail?e=abc' },
  ]);
  expect(row.extra).toEqual({ 卖家id: '641875610', 备注: '主推' });
});

describe('which product', () => {
  test('a rounded id rejects the row even when the link would tell', () => {
    const row = read({ ...base, 商品id: '5.57663E+11', 商品链接: 'http://item.taobao.com/item.htm?id=557662696505' });
    expect(row.product).toBeNull();
    expect(row.issues).toEqual([
      { line: 2, column: '商品id', code: 'id-scientific', effect: 'rejected', value: '5.57663E+11' },
    ]);
  });

  test('an id that ends in the zeros of a rounded one is believed only when the item page has it, too', () => {
    const page = { 商品链接: 'http://item.taobao.com/item.htm?id=557663000000' };
    expect(codes(read({ ...base, 商品id: '557663000000' }))).toEqual(['rejected id-rounded']);
    expect(read({ ...base, 商品id: '557663000000', ...page }).product?.itemId).toBe('557663000000');
    for (const id of ['557663100000', '55766000000', '12000000']) {
      expect(read({ ...base, 商品id: id }).product?.itemId).toBe(id);
    }
  });

  test('without an id the item page gives it', () => {
    const row = read({ ...base, 商品id: '', 商品链接: '//detail.tmall.com/item.htm?id=881280651752' });
    expect(codes(row)).toEqual(['repaired id-from-link']);
    expect(row.product).toMatchObject({ itemId: '881280651752', platform: 'tmall', market: 'taobao' });
    expect(row.links).toEqual([{ field: 'detailUrl', value: 'https://detail.tmall.com/item.htm?id=881280651752' }]);
  });

  test('an item page in the id column gives it too', () => {
    const row = read({ ...base, 商品id: 'https://item.jd.com/100012043978.html' });
    expect(row.product).toMatchObject({ itemId: '100012043978', market: 'jd' });
  });

  test('without id and item page the row is rejected', () => {
    expect(codes(read({ ...base, 商品id: '' }))).toEqual(['rejected id-missing']);
    expect(codes(read({ ...base, 商品id: '', 商品链接: 'https://s.click.taobao.com/t?e=1' }))).toEqual([
      'rejected id-missing',
    ]);
  });

  test('a link to another item is left out, not attached to this one', () => {
    const row = read({ ...base, 商品链接: 'http://item.taobao.com/item.htm?id=881280651752' });
    expect(codes(row)).toEqual(['dropped link-other-item']);
    expect(row.product).toMatchObject({ itemId: '557662696505', detailUrl: null });
    expect(row.links).toEqual([]);
  });

  test('a string id and a numeric link may be the same item', () => {
    const row = read({
      ...base,
      商品id: 'v6K3mGVu8Co7-rYbbjPH2Gvxn',
      商品链接: 'http://item.taobao.com/item.htm?id=881280651752',
    });
    expect(row.issues).toEqual([]);
    expect(row.product).toMatchObject({ itemId: 'v6K3mGVu8Co7-rYbbjPH2Gvxn', itemKey: 'rYbbjPH2Gvxn' });
  });

  test('the platform column comes before the link; other markets have their own ids', () => {
    expect(
      read({ ...base, 平台类型: '天猫', 商品链接: 'http://item.taobao.com/item.htm?id=557662696505' }).product
        ?.platform,
    ).toBe('tmall');
    expect(read({ ...base, 商品id: '3375241637788821075', 平台类型: '抖音' }).product).toMatchObject({
      market: 'douyin',
    });
    expect(codes(read({ ...base, 平台类型: '某站' }))).toEqual(['dropped platform-unknown']);
  });
});

describe('what is rejected, repaired and dropped', () => {
  test('a title is required; a short title stands in', () => {
    expect(codes(read({ ...base, 商品名称: ' ' }))).toEqual(['rejected title-missing']);
    expect(codes(read({ ...base, 商品名称: '#NAME?' }))).toEqual(['rejected title-missing']);
    expect(read({ ...base, 商品名称: '', 商品短标题: '面膜' }).product?.title).toBe('面膜');
  });

  test('words in the price column reject the row, an empty price does not', () => {
    expect(codes(read({ ...base, 价格: '免费' }))).toEqual(['rejected price-unreadable']);
    expect(read({ ...base, 价格: '' }).product).toMatchObject({ priceFen: null });
    expect(read({ ...base, 价格: '-' }).issues).toEqual([]);
    expect(codes(read({ ...base, 价格: '0.00' }))).toEqual(['dropped price-zero']);
    const free = read({ ...base, 价格: '100', 券后价: '0' });
    expect(codes(free)).toEqual(['dropped price-zero']);
    expect(free.product?.statedFinalPriceFen).toBeNull();
    const range = read({ ...base, 价格: '12.00-35.00' });
    expect(codes(range)).toEqual(['repaired price-range']);
    expect(range.product?.priceFen).toBe(1200);
  });

  test('all faults of a rejected row are reported at once', () => {
    expect(codes(read({ 商品id: 'x', 商品名称: '', 价格: '免费', 佣金: '多' }))).toEqual([
      'rejected id-unreadable',
      'rejected title-missing',
      'rejected price-unreadable',
      'dropped money-unreadable',
    ]);
  });

  test.each(['javascript:alert(document)', '暂无(12345678)', 'http://?', 'https://%zz/'])(
    'a link cell in which nobody finds a link is reported: %s',
    (cell) => {
      const row = read({ ...base, 淘宝客链接: cell });
      expect(codes(row)).toEqual(['dropped link-unreadable']);
      expect(row.links).toEqual([]);
    },
  );

  test.each([
    'taobao://item.taobao.com/item.htm?id=557662696505',
    '￥aBcDeF12345￥',
    '看 https://s.click.taobao.com/AbCd123',
  ])('a link cell that holds one in another form is passed on as it is: %s', (cell) => {
    const row = read({ ...base, 淘宝客链接: cell });
    expect(codes(row)).toEqual([]);
    expect(row.links.map(({ value }) => value)).toContain(cell);
  });

  test('other unreadable values are left out, the product stays', () => {
    const row = read({
      ...base,
      佣金: '很多',
      '收入比率(%)': '1550',
      商品月销量: '爆款',
      优惠券面额: '满99减20',
      优惠券开始时间: '2026-13-45',
      优惠券id: '123',
      商品主图: '无图.jpg',
      淘宝客链接: '点击查看',
      券后价: '面议',
    });
    expect(row.product).not.toBeNull();
    expect(codes(row).toSorted()).toEqual([
      'dropped coupon-id-unreadable',
      'dropped date-unreadable',
      'dropped link-unreadable',
      'dropped link-unreadable',
      'dropped money-unreadable',
      'dropped money-unreadable',
      'dropped number-unreadable',
      'dropped rate-out-of-range',
    ]);
  });

  test('values are shortened in issues', () => {
    expect(read({ ...base, 佣金: 'x'.repeat(500) }).issues[0]?.value).toHaveLength(200);
  });
});

describe('coupons as a group', () => {
  const coupon = (fields: Record<string, string>) => read({ ...base, ...fields }).product;

  test('无 and 0 mean none; an empty cell says nothing', () => {
    expect(coupon({ 优惠券面额: '无', 优惠券总量: '0', 优惠券开始时间: '' })).toMatchObject({
      couponState: 'none',
      couponText: null,
      couponTotal: null,
    });
    expect(coupon({ 优惠券面额: '0' })).toMatchObject({ couponState: 'none' });
    expect(coupon({ 优惠券面额: '' })).toMatchObject({ couponState: null });
    expect(coupon({})).toMatchObject({ couponState: null });
  });

  test('without a face the link, the id or the stock speak', () => {
    expect(
      coupon({
        优惠券链接: 'https://uland.taobao.com/quan/detail?activityId=19d114f1a6464c98a30b01b3cb17dad6&sellerId=1',
      }),
    ).toMatchObject({
      couponState: 'some',
      couponFaceFen: null,
      couponActivityId: '19d114f1a6464c98a30b01b3cb17dad6',
    });
    expect(coupon({ 优惠券面额: '', 优惠券总量: '500' })).toMatchObject({ couponState: 'some', couponTotal: 500 });
    expect(coupon({ 优惠券面额: '', 优惠券总量: '0' })).toMatchObject({ couponState: 'none' });
  });

  test('an unread face is kept as text and reported', () => {
    const row = read({ ...base, 优惠券面额: '满3件减5元' });
    expect(codes(row)).toEqual(['note coupon-unread']);
    expect(row.product).toMatchObject({
      couponState: 'some',
      couponText: '满3件减5元',
      couponFaceFen: null,
      couponThresholdFen: null,
    });
  });

  test('a threshold may stand in its own column', () => {
    expect(coupon({ Quan_price: '5.00', Quan_condition: '29' })).toMatchObject({
      couponFaceFen: 500,
      couponThresholdFen: 2900,
    });
  });

  test('reversed days are both left out; 1970 is no day', () => {
    const row = read({ ...base, 优惠券面额: '5', 优惠券开始时间: '2026-12-01', 优惠券结束时间: '2026-11-01' });
    expect(codes(row)).toEqual(['dropped dates-reversed']);
    expect(row.product).toMatchObject({ couponStartsOn: null, couponEndsOn: null });
    const none = read({ ...base, 优惠券面额: '5', 优惠券开始时间: '1970-01-01 00:00:00' });
    expect(none.issues).toEqual([]);
    expect(none.product?.couponStartsOn).toBeNull();
  });
});

describe('amounts that contradict each other', () => {
  const amounts = (fields: Record<string, string>) => codes(read({ ...base, ...fields }));

  test('commission agrees before or after the coupon, with rounding', () => {
    expect(amounts({ 价格: '149.00', '收入比率(%)': '4.00', 佣金: '5.96' })).toEqual([]);
    expect(amounts({ 价格: '149.00', '收入比率(%)': '4.00', 佣金: '5.95' })).toEqual([]);
    expect(amounts({ 价格: '100.00', '收入比率(%)': '10.00', 佣金: '8.00', 优惠券面额: '满99减20' })).toEqual([]);
    expect(amounts({ 价格: '100.00', '收入比率(%)': '10.00', 佣金: '1.00' })).toEqual(['note commission-mismatch']);
  });

  test('券后价 is price minus coupon where the coupon works on one piece', () => {
    expect(amounts({ 价格: '29.90', 优惠券面额: '5.00', 券后价: '24.9' })).toEqual([]);
    expect(amounts({ 价格: '29.90', 优惠券面额: '5.00', 券后价: '20' })).toEqual(['note final-price-mismatch']);
    expect(amounts({ 价格: '29.90', 优惠券面额: '满59减5', 券后价: '29.90' })).toEqual([]);
    expect(amounts({ 价格: '29.90', 优惠券面额: '无', 券后价: '25.00' })).toEqual([]);
    expect(amounts({ 价格: '29.90', 优惠券面额: '无', 券后价: '39.90' })).toEqual(['note final-price-mismatch']);
    expect(amounts({ 价格: '29.90', 券后价: '39.90' })).toEqual(['note final-price-mismatch']);
    expect(amounts({ 价格: '29.90', 券后价: '19.90' })).toEqual([]);
    expect(amounts({ 价格: '29.90', 优惠券面额: '满3件减5元', 券后价: '20' })).toEqual(['note coupon-unread']);
  });

  test('a coupon above the price, and more coupons left than issued', () => {
    expect(amounts({ 价格: '14.41', 优惠券面额: '20' })).toEqual(['note coupon-over-price']);
    expect(amounts({ 价格: '300', 优惠券面额: '满20元减199元' })).toEqual(['note coupon-over-threshold']);
    expect(amounts({ 价格: '300', 优惠券面额: '满20元减20元' })).toEqual([]);
    expect(amounts({ 优惠券面额: '5', 优惠券总量: '10', 优惠券剩余量: '11' })).toEqual(['note coupon-left-over-total']);
  });
});

describe('通用 and 活动 commission', () => {
  const row = (fields: Record<string, string>) =>
    read({
      ...base,
      '通用收入比率(%)': '5.00',
      通用佣金: '5.00',
      活动状态: '推广中',
      '活动收入比率(%)': '30.00',
      活动佣金: '30.00',
      活动开始时间: '2026-11-01',
      活动结束时间: '2026-11-30',
      ...fields,
    });

  test('the activity rate counts only while the row proves the activity runs', () => {
    expect(row({}).product).toMatchObject({ commissionRateBp: 3000, commissionFen: 3000 });
    expect(row({ 活动结束时间: '2026-11-22' }).product).toMatchObject({ commissionRateBp: 500, commissionFen: 500 });
    expect(row({ 活动开始时间: '2026-11-24' }).product).toMatchObject({ commissionRateBp: 500 });
    expect(row({ 活动状态: '已结束' }).product).toMatchObject({ commissionRateBp: 500 });
    expect(row({ 活动开始时间: '', 活动结束时间: '' }).product).toMatchObject({ commissionRateBp: 500 });
    expect(row({ '活动收入比率(%)': '' }).product).toMatchObject({ commissionRateBp: 500 });
  });

  test('the columns stay visible as raw data', () => {
    expect(row({}).extra).toMatchObject({ 活动状态: '推广中', '活动收入比率(%)': '30.00' });
  });
});

describe('links', () => {
  test('口令 are kept byte for byte', () => {
    const token = '71￥ CZ3457 N4YwhQd4OLB￥ https://m.tb.cn/h.QUbiCjp  网红水洗棉四件套';
    expect(read({ ...base, '优惠券淘口令(30天内有效)': token }).links).toEqual([
      { field: 'couponToken', value: token },
    ]);
  });

  test('a 口令 in a link column is passed on, words are not', () => {
    expect(read({ ...base, 推广链接: '￥v5RoUtxzLRJ￥' }).links).toEqual([
      { field: 'affiliateUrl', value: '￥v5RoUtxzLRJ￥' },
    ]);
    expect(read({ ...base, 推广链接: '无' })).toMatchObject({ links: [], issues: [] });
  });

  test('推荐语 is passed on when it holds a link', () => {
    const text = '超值！\nhttps://s.click.taobao.com/CvHjOPu 速抢';
    expect(read({ ...base, 推荐语: text })).toMatchObject({
      product: { recommendText: text },
      links: [{ field: 'recommendText', value: text }],
    });
    expect(read({ ...base, 推荐语: '好用不贵（亲测）' }).links).toEqual([]);
  });
});

describe('rows that are no products', () => {
  const headers = ['商品id', '商品名称', '价格', '佣金'];

  test.each([
    [['合计', '', '1234.50', '88'], 'summary-row'],
    [['', '合计：', '1234.50', '88'], 'summary-row'],
    [['总计 12 件', '', '', ''], 'summary-row'],
    [['平均值', '', '19.90', ''], 'summary-row'],
    [['商品id', '商品名称', '价格', '佣金'], 'repeated-header'],
    [['以上数据仅供参考', '', '', ''], 'remark-row'],
    [['导出时间：2026-11-23', '', '', ''], 'remark-row'],
    [['共 50 条'], 'remark-row'],
  ])('%j is skipped as %s', (cells, code) => {
    expect(codes(readCells(headers, cells))).toEqual([`skipped ${code}`]);
  });

  test('a product that is called 合计 is a product', () => {
    expect(readCells(headers, ['557662696505', '合计账本', '5', '1']).product?.title).toBe('合计账本');
  });
});

test('the term of a coupon in one cell', () => {
  const row = read({ ...base, 优惠券: '20', 券有效期: '2026.11.01-2026.11.30' });
  expect(row.issues).toEqual([]);
  expect(row.product).toMatchObject({ couponStartsOn: '2026-11-01', couponEndsOn: '2026-11-30' });
});

test('control characters are no part of a name', () => {
  expect(read({ ...base, 商品名称: '红\u001b[31m色\r\n\u0007杯' }).product?.title).toBe('红[31m色 杯');
});

describe('cells copied out of a page', () => {
  test('characters written as references are those characters, in addresses too', () => {
    const row = read({
      ...base,
      商品名称: 'A&amp;B&nbsp;杯子 &quot;大&quot; &#39;好&#39;',
      店铺名称: 'H&amp;M旗舰店',
      推广链接: 'https://uland.taobao.com/coupon/edetail?e=x&amp;pid=mm_1_2_3',
      推荐语: '轻 &lt; 500g',
    });
    expect(row.product).toMatchObject({ title: `A&B 杯子 "大" '好'`, shop: 'H&M旗舰店', recommendText: '轻 < 500g' });
    expect(row.links).toEqual([
      { field: 'affiliateUrl', value: 'https://uland.taobao.com/coupon/edetail?e=x&pid=mm_1_2_3' },
    ]);
  });

  test('tags that mark words of a title are left out, other angle brackets are text', () => {
    expect(read({ ...base, 商品名称: '<span class=H>保温</span>杯<br/>大' }).product?.title).toBe('保温杯大');
    expect(read({ ...base, 商品名称: '<新品> <=5岁 AT&T 杯' }).product?.title).toBe('<新品> <=5岁 AT&T 杯');
    expect(codes(read({ ...base, 商品名称: '<b></b>' }))).toEqual(['rejected title-missing']);
  });
});

describe('ragged rows', () => {
  const headers = ['商品id', '商品名称', '价格', '佣金', '备注'];
  const full = ['557662696505', '面膜', '10', '1', '好'];

  test('a text row that ends before a column that is always filled is cut', () => {
    const row = readCells(headers, full.slice(0, 3));
    expect(row.product).toBeNull();
    expect(row.issues).toMatchObject([
      { code: 'row-cut', effect: 'rejected', column: '', params: { cells: 3, columns: 5, column: '佣金' } },
    ]);
  });

  test('missing cells at the end of a row are empty cells', () => {
    expect(readCells(headers, full.slice(0, 4))).toMatchObject({ issues: [], product: { commissionFen: 100 } });
  });

  test('surplus cells mean that the row has shifted, unless they are empty', () => {
    expect(codes(readCells(headers, [...full, 'x']))).toEqual(['rejected row-long']);
    expect(readCells(headers, [...full, '', ' ']).issues).toEqual([]);
  });

  test('cells of a sheet cannot shift: short rows are short, surplus cells are kept', () => {
    expect(readCells(headers, full.slice(0, 2), false).product).not.toBeNull();
    expect(readCells(headers, [...full, 'x'], false)).toMatchObject({ issues: [], extra: { '列 F': 'x' } });
  });
});

test('flaws of the reading become remarks; an over-long cell is left out whole', () => {
  const headers = ['商品id', '商品名称', '店铺'];
  const { suggestion } = describeTable([{ line: 1, cells: headers }]);
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited: true, today });
  const cells = ['557662696505', '面膜', '店'.repeat(10)];
  const row = parse({
    line: 9,
    cells,
    flaws: [
      { column: 2, kind: 'too-long' },
      { column: 1, kind: 'undecodable' },
    ],
  });
  expect(row.issues).toMatchObject([
    { line: 9, column: '店铺', code: 'cell-too-long', effect: 'dropped' },
    { line: 9, column: '商品名称', code: 'undecodable', effect: 'note' },
  ]);
  expect(row.product).toMatchObject({ shop: null, title: '面膜' });
});

test('extra columns keep their headers apart, even hostile ones', () => {
  const { extra } = readCells(
    ['商品id', '商品名称', '备注', '备注', '', '__proto__'],
    ['557662696505', '面膜', 'a', 'b', 'c', 'd'],
  );
  expect(Object.entries(extra)).toEqual([
    ['备注', 'a'],
    ['备注 (2)', 'b'],
    ['列 E', 'c'],
    ['__proto__', 'd'],
  ]);
});
