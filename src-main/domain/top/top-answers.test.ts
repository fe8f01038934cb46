import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couponInfo } from './coupon-info.ts';
import { itemInfo } from './item-info.ts';
import { convertItems } from './link-convert.ts';
import { materialSearch } from './material-search.ts';
import { orderDetails, orderWindows } from './order-details.ts';
import { pidCheck } from './pid-check.ts';
import { shortLinks } from './short-links.ts';
import { tokenCreate } from './token-create.ts';
import { readTopAnswer, type TopCall } from './top-call.ts';

/** What a call makes of an answer with this content. */
function answer<Answer>(call: TopCall<Answer>, content: object): Answer {
  const name = `${call.method.replace('taobao.', '').replaceAll('.', '_')}_response`;
  const result = readTopAnswer(call, JSON.stringify({ [name]: content }));
  if (!result.ok) throw new Error(`refused: ${result.refusal.reason}`);
  return result.answer;
}

const link = 'https://s.click.taobao.com/YI3Uopu';
const window = { from: new Date('2026-11-11T00:00:00Z'), to: new Date('2026-11-11T03:00:00Z') };

// Contents are the JSON examples of each method's own documentation.
describe('answers', () => {
  it('coupon: stock, terms and days', () => {
    const data = {
      coupon_start_fee: '29.00',
      coupon_remain_count: 26996,
      coupon_total_count: 30000,
      coupon_end_time: '2017-08-17',
      coupon_start_time: '2017-08-15',
      coupon_amount: '10.00',
      coupon_src_scene: 1,
      coupon_type: 0,
      coupon_activity_id: 'xsdss',
    };
    expect(answer(couponInfo({ itemId: '123', activityId: 'xsdss' }), { data })).toEqual({
      faceFen: 1000,
      thresholdFen: 2900,
      startsOn: '2017-08-15',
      endsOn: '2017-08-17',
      left: 26996,
      total: 30000,
      activityId: 'xsdss',
    });
    expect(couponInfo({ me: 'nfr%2B' }).params).toEqual({ me: 'nfr%2B' });
  });

  it('items: the blocks of the upgraded method, rates in percent', () => {
    const results = {
      tbk_item_detail: [
        {
          item_id: '4112264076123',
          publish_info: { income_rate: '15.5', income_info: { commission_rate: '55' } },
          price_promotion_info: { reserve_price: '102.00', zk_final_price: '88.00', final_promotion_price: '69.9' },
          input_item_iid: 'qeqscd1231-uqwenqe',
          item_basic_info: { title: '连衣裙', user_type: 1, volume: 1, shop_title: 'xx旗舰店', category_name: '女装' },
        },
      ],
    };
    expect(answer(itemInfo(['qeqscd1231-uqwenqe']), { results })).toMatchObject([
      {
        itemId: '4112264076123',
        askedId: 'qeqscd1231-uqwenqe',
        priceFen: 8800,
        finalPriceFen: 6990,
        commissionRateBp: 1550,
        monthlySales: 1,
        platform: 'tmall',
        shop: 'xx旗舰店',
        coupon: null,
      },
    ]);
  });

  it('items: the flat fields of the old methods, rates in hundredths', () => {
    const map_data = [
      {
        num_iid: 1,
        title: '连衣裙',
        zk_final_price: '88.00',
        user_type: 0,
        nick: 'demo',
        volume: 7,
        commission_rate: '1550',
        coupon_info: '满299元减20元',
        coupon_end_time: '2017-10-31',
        coupon_remain_count: 111,
        coupon_share_url: '//uland.taobao.com/coupon/edetail?e=x',
      },
    ];
    const search = materialSearch({ adzoneId: '1', q: '女装', page: 1, pageSize: 20 });
    expect(answer(search, { total_results: 1212, result_list: { map_data } })).toMatchObject({
      total: 1212,
      items: [
        {
          itemId: '1',
          priceFen: 8800,
          platform: 'taobao',
          shop: 'demo',
          monthlySales: 7,
          commissionRateBp: 1550,
          couponUrl: 'https://uland.taobao.com/coupon/edetail?e=x',
          coupon: { faceFen: 2000, thresholdFen: 29900, endsOn: '2017-10-31', left: 111 },
        },
      ],
    });
  });

  it('search: the upgraded blocks, 5.50 being five and a half percent', () => {
    const map_data = [
      { item_id: 'qeqscd1231-uqwenqe', publish_info: { income_rate: '5.50', click_url: '//s.click.taobao.com/t?e=x' } },
    ];
    const search = materialSearch({ adzoneId: '1', q: '女装', page: 1, pageSize: 500 });
    expect(search.params['page_size']).toBe('100');
    expect(answer(search, { result_list: { map_data } }).items).toMatchObject([
      { commissionRateBp: 550, affiliateUrl: 'https://s.click.taobao.com/t?e=x' },
    ]);
  });

  it('short links: each with what became of it, in the order asked', () => {
    const tbk_spread = [
      { content: 'http://s.click.taobao.com/H4zazPx', err_msg: 'OK' },
      { content: '', err_msg: '链接不合法' },
    ];
    expect(answer(shortLinks([link, link]), { results: { tbk_spread }, total_results: 2 })).toMatchObject([
      { ok: true, url: 'https://s.click.taobao.com/H4zazPx' },
      { ok: false, refusal: { reason: 'link-not-shortened', params: { detail: '链接不合法' } } },
    ]);
    expect(shortLinks([link]).params).toEqual({ requests: `[{"url":"${link}"}]` });
  });

  it('tokens: the long form byte for byte', () => {
    const model =
      '8緮置内容￥hxlgccEumBB￥达开?τao寶?或掂击炼接 https://m.tb.cn/h.VvkiWSm 至浏.览览.器【618超级红包】 ';
    expect(answer(tokenCreate(link), { data: { password_simple: '￥SIH6XbwRfyt￥', model } })).toEqual({
      short: '￥SIH6XbwRfyt￥',
      long: model,
    });
  });

  it('conversion: links by the column they belong to, the rate in percent, the coupon', () => {
    const item_url_list = [
      {
        input_item_id: 'i87a9ja90d8-09qrjcoa7qwl',
        promotion_info_dto: { commission_rate: '2.40', commission_type: 'MKT', promotion_price: 1349 },
        coupon_info_dto: {
          coupon_end_time: '2022-12-25 23:59:59',
          activity_id: '642208f7db6b4fb9880a9d09832d6b8d',
          coupon_remain_count: 99987,
          coupon_amount: '170.00',
          coupon_desc: '满319元减170元',
        },
        link_info_dto: {
          cps_short_url: 'https://s.click.taobao.com/GvHjOPu',
          coupon_short_url: 'https://s.click.taobao.com/HvHjOPu',
          cps_full_tpwd: '47￥ CZ3457 XODHdeIlU9B￥ https://m.tb.cn/h.UQ4ceEy  olayks煮茶器',
        },
      },
    ];
    const call = convertItems({ adzoneId: '1', relationId: null }, ['i87a9ja90d8-09qrjcoa7qwl', 'gone-item']);
    expect(call.params).toEqual({ adzone_id: '1', item_id_list: 'i87a9ja90d8-09qrjcoa7qwl,gone-item' });
    expect(answer(call, { data: { item_url_list: { item_url_list } } })).toMatchObject([
      {
        ok: true,
        commissionRateBp: 240,
        coupon: { faceFen: 17000, thresholdFen: 31900, endsOn: '2022-12-25', left: 99987 },
        links: [
          { field: 'affiliateShortUrl', value: 'https://s.click.taobao.com/GvHjOPu' },
          { field: 'token', value: '47￥ CZ3457 XODHdeIlU9B￥ https://m.tb.cn/h.UQ4ceEy  olayks煮茶器' },
          { field: 'couponShortUrl' },
        ],
      },
      { ok: false, refusal: { reason: 'item-not-found' } },
    ]);
  });

  it('conversion: refusals of one item', () => {
    const promotion = { adzoneId: '1', relationId: '77' };
    const words = '根据联盟政策要求，不允许数字id转链，请使用新商品id';
    const item_url_list = [
      { code: 1001, msg: '无权限' },
      { code: 1, msg: words },
    ];
    const call = convertItems(promotion, ['a1b2c3-d4e5f6', '557662696505']);
    expect(call.params).toMatchObject({ relation_id: '77' });
    expect(answer(call, { data: { item_url_list: { item_url_list } } })).toMatchObject([
      { refusal: { reason: 'convert-permission', params: { detail: '无权限' } } },
      { refusal: { reason: 'numeric-id' } },
    ]);
  });

  it('pid: true and nothing else', () => {
    expect(answer(pidCheck('mm_1_1_1'), { result: { data: true } })).toBe(true);
    expect(answer(pidCheck('mm_1_1_1'), { result: {} })).toBe(false);
  });

  it('orders: rates with a sign, money in 分, going on where the page ended', () => {
    const publisher_order_dto = [
      {
        trade_id: '1707359271433894971',
        item_id: 'a1b2c3-d4e5f6',
        tk_status: 12,
        alipay_total_price: '19.90',
        pub_share_pre_fee: '0.50',
        tk_total_rate: '2.50 %',
        adzone_id: 90123,
      },
    ];
    const data = { results: { publisher_order_dto }, has_next: true, position_index: '166_3n' };
    const page = answer(orderDetails(window, null), { data });
    expect(page).toMatchObject({
      orders: [{ tradeId: '1707359271433894971', paidFen: 1990, expectedFen: 50, rateBp: 250, adzoneId: '90123' }],
      next: { page: 2, positionIndex: '166_3n' },
    });
    expect(orderDetails(window, page.next).params).toMatchObject({
      start_time: '2026-11-11 08:00:00',
      end_time: '2026-11-11 11:00:00',
      page_no: '2',
      position_index: '166_3n',
    });
  });
});

describe('limits', () => {
  it('takes no more than 20 addresses, and only untouched https ones from Alimama', () => {
    expect(() => shortLinks(Array.from({ length: 21 }, () => link))).toThrow(RangeError);
    for (const url of [
      'http://s.click.taobao.com/x',
      'https://item.taobao.com/item.htm?id=1',
      'https://s.click.taobao.com.evil.test/x',
      'https://me@s.click.taobao.com/x',
      '￥SIH6XbwRfyt￥',
    ]) {
      expect(() => tokenCreate(url)).toThrow(RangeError);
      expect(() => shortLinks([url])).toThrow(RangeError);
    }
  });

  it('cuts order times into windows without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000_000 }),
        fc.integer({ min: 1, max: 500_000_000 }),
        fc.constantFrom('usual' as const, 'big-sale' as const),
        (start, length, season) => {
          const windows = orderWindows({ from: new Date(start), to: new Date(start + length) }, season);
          const limit = season === 'usual' ? 10_800_000 : 1_200_000;
          expect(windows.every(({ from, to }) => to.getTime() - from.getTime() <= limit)).toBe(true);
          expect(windows[0]?.from.getTime()).toBe(start);
          expect(windows.at(-1)?.to.getTime()).toBe(start + length);
          for (const [index, { from }] of windows.entries())
            if (index > 0) expect(windows[index - 1]?.to).toEqual(from);
        },
      ),
      { numRuns: 50 },
    );
  });
});

it('reads any answer whatever without failing', () => {
  const calls: TopCall<unknown>[] = [
    couponInfo({ me: 'x' }),
    itemInfo(['1']),
    materialSearch({ adzoneId: '1', q: 'x', page: 1, pageSize: 1 }),
    shortLinks([link]),
    tokenCreate(link),
    convertItems({ adzoneId: '1', relationId: null }, ['1', '2']),
    pidCheck('mm_1_1_1'),
    orderDetails(window, null),
  ];
  const key = fc.constantFrom(
    'data',
    'results',
    'result_list',
    'item_url_list',
    'link_info_dto',
    'item_id',
    'trade_id',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, fc.jsonValue(), fc.dictionary(key, tie('tree')), fc.array(tie('tree'))),
  }));
  fc.assert(
    fc.property(fc.constantFrom(...calls), tree, (call, content) => {
      call.read(content);
    }),
  );
});
