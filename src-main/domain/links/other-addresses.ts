import { baseFacts, canonicalWebPage, keepOnly } from './address-facts.ts';
import type { LinkKind } from './link-kinds.ts';
import type { LinkFacts } from './link-part.ts';
import { parameter, type WebAddress } from './web-address.ts';

type Recogniser = (address: WebAddress) => LinkFacts | null;

/** A short link whose whole identity is its path. */
function shortLink(kind: LinkKind, host: string, path: RegExp): Recogniser {
  return (address) => {
    const found = path.exec(address.path)?.[1];
    return found === undefined ? null : baseFacts(kind, address, `https://${host}/${found}`);
  };
}

function jdItem(address: WebAddress): LinkFacts | null {
  const itemId = /^\/(?:product\/)?(\d{1,20})\.html?$/i.exec(address.path)?.[1];
  if (itemId === undefined) return null;
  return { ...baseFacts('jd_item', address, `https://item.jd.com/${itemId}.html`), itemId };
}

/** Source: `clickURL` of jd.union.open.promotion.common.get; `p` holds the promoter, `d` is its short form. */
function jdClick(address: WebAddress): LinkFacts | null {
  if (address.path !== '/jdc' || parameter(address, 'p', 'd') === null) return null;
  const canonical = keepOnly('https://union-click.jd.com/jdc', address, ['type', 'e', 'p', 'd', 't']);
  return baseFacts('jd_union_click', address, canonical);
}

/** `ps=` is a share code and `goods_sign=` an opaque id: neither shows the goods id. */
function pddItem(address: WebAddress): LinkFacts | null {
  const page = /^\/(goods\d?|duo_coupon_landing)\.html$/i.exec(address.path)?.[1];
  if (page === undefined || parameter(address, 'goods_id', 'goods_sign', 'ps') === null) return null;
  const goodsId = parameter(address, 'goods_id');
  const name = page.toLowerCase() === 'duo_coupon_landing' ? 'duo_coupon_landing' : 'goods';
  const canonical = keepOnly(`https://mobile.yangkeduo.com/${name}.html`, address, [
    'goods_id',
    'goods_sign',
    'ps',
    'pid',
  ]);
  const pid = parameter(address, 'pid');
  return {
    ...baseFacts('pdd_item', address, canonical),
    itemId: goodsId !== null && /^\d{1,20}$/.test(goodsId) ? goodsId : null,
    pid: pid !== null && /^\d+_\d+$/.test(pid) ? pid : null,
  };
}

function douyinProduct(address: WebAddress): LinkFacts | null {
  if (!/^\/(?:views\/product\/(?:item2?|detail)|ecommerce\/trade\/detail\/index\.html)$/.test(address.path))
    return null;
  const itemId = parameter(address, 'id');
  if (itemId === null || !/^\d{15,20}$/.test(itemId)) return null;
  const page = 'https://haohuo.jinritemai.com/views/product/item2';
  const canonical = keepOnly(page, address, ['id', 'origin_colonel_buyin_id']);
  return { ...baseFacts('douyin_product', address, canonical), itemId };
}

function wechatUrlLink(address: WebAddress): LinkFacts | null {
  const code = /^\/([0-9A-Za-z]{8,14})\/?$/.exec(address.path)?.[1];
  if (code === undefined) return null;
  return baseFacts('wx_url_link', address, keepOnly(`https://${address.host}/${code}`, address, ['cq']));
}

const xhsShort = shortLink('xhs_short', 'xhslink.com', /^\/((?:[a-z]\/)?[0-9A-Za-z]+)\/?$/);

/** Exact hosts of the other platforms. */
export const otherHosts: Readonly<Record<string, Recogniser>> = {
  'u.jd.com': shortLink('jd_union_short', 'u.jd.com', /^\/([0-9A-Za-z]{5,10})\/?$/),
  'union-click.jd.com': jdClick,
  'item.jd.com': jdItem,
  'item.m.jd.com': jdItem,
  'item.jd.hk': jdItem,
  'item.m.jd.hk': jdItem,
  '3.cn': shortLink('jd_short_3cn', '3.cn', /^\/([0-9A-Za-z-]+)\/?$/),
  'jd.cn': shortLink('jd_short_3cn', 'jd.cn', /^\/([0-9A-Za-z-]+)\/?$/),
  'p.pinduoduo.com': shortLink('pdd_short', 'p.pinduoduo.com', /^\/([0-9A-Za-z]{6,12})\/?$/),
  'mobile.yangkeduo.com': pddItem,
  'mobile.pinduoduo.com': pddItem,
  'v.douyin.com': shortLink('douyin_short', 'v.douyin.com', /^\/([0-9A-Za-z_-]{5,16})\/?$/),
  'haohuo.jinritemai.com': douyinProduct,
  'v.kuaishou.com': shortLink('kuaishou_short', 'v.kuaishou.com', /^\/([0-9A-Za-z_-]+)\/?$/),
  'xhslink.com': xhsShort,
  'www.xhslink.com': xhsShort,
  'dpurl.cn': shortLink('meituan_short', 'dpurl.cn', /^\/([0-9A-Za-z]+)\/?$/),
  'wxaurl.cn': wechatUrlLink,
  'wxmpurl.cn': wechatUrlLink,
};

/**
 * Short links (`ur.`, `qr.`) and every other page on alipay.com: WeChat keeps them all out, so all are one kind.
 * @returns null for hosts of somebody else.
 */
export function alipayPage(address: WebAddress): LinkFacts | null {
  const { host } = address;
  if (host !== 'alipay.com' && !host.endsWith('.alipay.com')) return null;
  const code = /^(?:ur|qr)\./.test(host) ? /^\/(_?[0-9A-Za-z]+)\/?$/.exec(address.path)?.[1] : undefined;
  return baseFacts('alipay_short', address, code === undefined ? canonicalWebPage(address) : `https://${host}/${code}`);
}
