/** The content of an answer, or an error. Shapes are those of each method's documentation. */
export type Answer = object;

interface TopError {
  error_response: { code: number; msg: string; sub_code?: string; sub_msg?: string; request_id: string };
}

export function error(code: number, msg: string, sub_code?: string, sub_msg?: string): TopError {
  const named = sub_code === undefined ? {} : { sub_code, sub_msg: sub_msg ?? sub_code };
  return { error_response: { code, msg, ...named, request_id: 'sim1234567890' } };
}

export const isError = (answer: Answer): answer is TopError => 'error_response' in answer;

type Params = Readonly<Record<string, string>>;
type Method = (params: Params) => Answer;

/** Business errors arrive as code 15 with the method's own number. */
const business = (number: string, words: string): TopError => error(15, 'Remote service error', number, words);
const wrongParameter = (name: string): TopError =>
  error(50, 'Remote service error', `isv.invalid-parameter:${name}`, '非法参数');

const isNumeric = (itemId: string): boolean => /^\d+$/.test(itemId);
const keyOf = (itemId: string): string => itemId.split('-').at(-1) ?? itemId;
const knownMember = '12345';

/** Coupons with a fate of their own, by how their id begins; all others are alive. */
const couponFates: Readonly<Record<string, TopError>> = {
  used: business('11', '优惠券已领完'),
  over: business('12', '优惠券已过期'),
  gone: business('10', '优惠券不存在'),
};

const couponGet: Method = ({ me = '', item_id: itemId = '', activity_id: activityId = '' }) => {
  if (me === '' && (itemId === '' || activityId === '')) return business('1002', '入参为空');
  if (me === '' && isNumeric(itemId)) return business('1912', '您输入的商品ID不合法，请使用升级后的新商品ID');
  const fate = couponFates[(me === '' ? activityId : me).slice(0, 4)];
  if (fate) return fate;
  return {
    data: {
      coupon_start_fee: '29.00',
      coupon_remain_count: 777,
      coupon_total_count: 30000,
      coupon_start_time: '2026-11-01',
      coupon_end_time: '2026-12-31',
      coupon_amount: '10.00',
      coupon_src_scene: 1,
      coupon_type: 1,
      coupon_activity_id: activityId,
    },
  };
};

const basicInfo = (itemId: string): object => ({
  title: `模拟商品 ${keyOf(itemId)}`,
  pict_url: '//img.alicdn.com/ok.jpg',
  user_type: 1,
  shop_title: '模拟旗舰店',
  volume: 1234,
});

const clickUrl = (itemId: string): string => `https://s.click.taobao.com/t?e=m%3D2%26s%3D${keyOf(itemId)}`;

const itemInfo: Method = ({ item_id: ids = '' }) => {
  const asked = ids.split(',').filter(Boolean);
  if (asked.length === 0 || asked.length > 20) return wrongParameter('item_id');
  if (asked.some(isNumeric)) return business('1912', '您输入的商品ID不合法，请使用升级后的新商品ID');
  return {
    results: {
      tbk_item_detail: asked.map((itemId) => ({
        item_id: itemId,
        input_item_iid: itemId,
        item_basic_info: basicInfo(itemId),
        price_promotion_info: { zk_final_price: '29.90', final_promotion_price: '19.90' },
        publish_info: { income_rate: '15.5' },
      })),
    },
  };
};

const materialSearch: Method = ({ q = '', cat = '', adzone_id: adzoneId = '' }) => {
  if (q === '' && cat === '') return business('30002', '参数q与cat不能都为空');
  if (!/^\d+$/.test(adzoneId)) return business('4', '查询不到对应的adzoneId');
  if (q.startsWith('没有')) return business('50001', '无结果');
  const itemId = 'aBcDeF123456-simFound001';
  const item = {
    item_id: itemId,
    item_basic_info: basicInfo(itemId),
    price_promotion_info: { zk_final_price: '29.90' },
    publish_info: { income_rate: '5.50', click_url: clickUrl(itemId).replace('https:', '') },
  };
  return { total_results: 1, result_list: { map_data: [item] } };
};

const hosts = ['s.click.taobao.com', 'uland.taobao.com', 'ai.taobao.com', 'temai.taobao.com'];
const isOfficial = (url: string): boolean =>
  URL.canParse(url) && new URL(url).protocol === 'https:' && hosts.includes(new URL(url).hostname);

/** Different for every address, the same every time. */
function code(text: string, length: number): string {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 4_294_967_291;
  return hash.toString(36).padStart(length, 'Q').slice(-length);
}

const spread: Method = ({ requests = '' }) => {
  const asked = parseList(requests).map((each) => (each as { url?: string }).url ?? '');
  if (asked.length === 0 || asked.length > 20) return error(50, 'Remote service error', 'isv.not-support-param-type');
  return {
    results: {
      tbk_spread: asked.map((url) =>
        isOfficial(url) && !url.includes('tampered')
          ? { content: `http://s.click.taobao.com/${code(url, 7)}`, err_msg: 'OK' }
          : { content: '', err_msg: '链接不合法' },
      ),
    },
    total_results: asked.length,
  };
};

function parseList(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

const longToken = (text: string): string =>
  `48￥ CZ3457 ${code(text, 11)}￥ https://m.tb.cn/h.${code(`${text}h`, 7)}  模拟商品`;

const tokenCreate: Method = ({ url = '' }) => {
  if (!isOfficial(url)) return business('20000', '口令跳转url不支持口令转换');
  if (url.includes('tampered')) return business('26', '链接不属于联盟官方业务场景');
  return { data: { password_simple: `￥${code(url, 11)}￥`, model: longToken(url) } };
};

function convertedItem(itemId: string): object {
  if (isNumeric(itemId)) {
    const msg = '根据联盟政策要求，不允许数字id转链，请使用新商品id';
    return { input_item_id: itemId, code: 1002, msg };
  }
  if (itemId.includes('noright')) return { input_item_id: itemId, code: 1001, msg: '无权限' };
  const short = (name: string): string => `https://s.click.taobao.com/${code(itemId + name, 7)}`;
  return {
    input_item_id: itemId,
    code: 200,
    promotion_info_dto: { commission_rate: '2.40', commission_type: 'MKT' },
    coupon_info_dto: {
      coupon_start_time: '2026-11-20 00:00:00',
      coupon_end_time: '2026-12-25 23:59:59',
      activity_id: '642208f7db6b4fb9880a9d09832d6b8d',
      coupon_remain_count: 99987,
      coupon_amount: '170.00',
      coupon_desc: '满319元减170元',
    },
    link_info_dto: {
      item_id: itemId,
      cps_long_url: clickUrl(itemId),
      cps_short_url: short('cps'),
      cps_full_tpwd: longToken(`${itemId}cps`),
      coupon_long_url: `https://uland.taobao.com/coupon/edetail?e=${keyOf(itemId)}&traceId=816a`,
      coupon_short_url: short('coupon'),
      coupon_full_tpwd: longToken(`${itemId}coupon`),
    },
  };
}

const convert: Method = (params) => {
  if (!/^\d+$/.test(params['adzone_id'] ?? '')) return business('4', '查询不到对应的adzoneId');
  const ids = (params['item_id_list'] ?? '').split(',').filter(Boolean);
  if (ids.length > 20) return wrongParameter('item_id_list');
  return { data: { item_url_list: { item_url_list: ids.filter((id) => !id.includes('vanish')).map(convertedItem) } } };
};

const orders: Method = ({ start_time: from = '', end_time: to = '', position_index: after = '' }) => {
  const span = Date.parse(to.replace(' ', 'T')) - Date.parse(from.replace(' ', 'T'));
  if (!(span > 0 && span <= 10_800_000)) return wrongParameter('end_time');
  const order = { trade_id: `17073592714338949${after === '' ? 71 : 72}`, tk_status: 12, tk_total_rate: '2.50 %' };
  return {
    data: {
      results: { publisher_order_dto: [{ ...order, alipay_total_price: '19.90', pub_share_pre_fee: '0.50' }] },
      has_next: after === '',
      position_index: '1661386106_3n',
    },
  };
};

export const topMethods: Readonly<Record<string, Method>> = {
  'taobao.tbk.tbkinfo.get': ({ pid = '' }) => ({ result: { data: pid.startsWith(`mm_${knownMember}_`) } }),
  'taobao.tbk.coupon.get': couponGet,
  'taobao.tbk.item.info.upgrade.get': itemInfo,
  'taobao.tbk.dg.material.optional.upgrade': materialSearch,
  'taobao.tbk.spread.get': spread,
  'taobao.tbk.tpwd.create': tokenCreate,
  'taobao.tbk.dg.general.link.convert': convert,
  'taobao.tbk.order.details.get': orders,
};
