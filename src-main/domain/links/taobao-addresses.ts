import { baseFacts, itemIdParameter, itemIdPattern, keepOnly, withoutNoise } from './address-facts.ts';
import type { LinkFacts } from './link-part.ts';
import { parameter, type WebAddress } from './web-address.ts';

type Recogniser = (address: WebAddress) => LinkFacts | null;

const itemPage = /^\/item\.html?$/i;

function taobaoItem(address: WebAddress): LinkFacts | null {
  const itemId = itemPage.test(address.path) ? itemIdParameter(address, 'id') : null;
  if (itemId === null) return null;
  return taobaoPage(address, itemId);
}

const taobaoPage = (address: WebAddress, itemId: string): LinkFacts => ({
  ...baseFacts('tb_item_pc', address, `https://item.taobao.com/item.htm?id=${itemId}`),
  itemId,
});

/** 聚划算: `id=` is the number of the sale, `item_id=` that of the item. */
function groupSaleItem(address: WebAddress): LinkFacts | null {
  const itemId = itemIdParameter(address, 'item_id', 'itemId');
  return itemId === null ? null : taobaoPage(address, itemId);
}

/** `/item/<ID>.htm`, and `/item/wap/<ID>.htm` for phones. */
function worldItem(address: WebAddress): LinkFacts | null {
  const itemId = /^\/item\/(?:wap\/)?(\d{1,20})\.html?$/i.exec(address.path)?.[1];
  return itemId === undefined ? null : taobaoPage(address, itemId);
}

function tmallItem(address: WebAddress): LinkFacts | null {
  const itemId = /^\/(?:hk\/)?item\.html?$/i.test(address.path) ? itemIdParameter(address, 'id') : null;
  if (itemId === null) return null;
  return { ...baseFacts('tmall_item_pc', address, `https://detail.tmall.com/item.htm?id=${itemId}`), itemId };
}

/** `h5.m` is the classic page, `main.m` and `new.m` are what the share page redirects to today. */
const mobileItemPaths: Readonly<Record<string, RegExp>> = {
  'h5.m.taobao.com': /^\/awp\/core\/detail\.html?$/i,
  'main.m.taobao.com': /^\/detail\/(?:index\.html|item\.htm)$/i,
  'new.m.taobao.com': /^\/detail\.html?$/i,
};

function mobileItem(address: WebAddress): LinkFacts | null {
  if (!mobileItemPaths[address.host]?.test(address.path)) return null;
  const itemId = itemIdParameter(address, 'id');
  const page = 'https://h5.m.taobao.com/awp/core/detail.htm';
  return { ...baseFacts('tb_item_h5', address, itemId === null ? page : `${page}?id=${itemId}`), itemId };
}

function shortMobileItem(address: WebAddress): LinkFacts | null {
  const itemId = /^\/i([0-9A-Za-z-]+)\.html?$/i.exec(address.path)?.[1] ?? '';
  if (!itemIdPattern.test(itemId)) return null;
  if (address.host === 'a.m.tmall.com') {
    return { ...baseFacts('tmall_item_pc', address, `https://detail.tmall.com/item.htm?id=${itemId}`), itemId };
  }
  return { ...baseFacts('tb_item_h5', address, `https://h5.m.taobao.com/awp/core/detail.htm?id=${itemId}`), itemId };
}

const shortCode = /^\/([0-9A-Za-z]{5,32})\/?$/;

/** `/t?e=` is the long link; `/t_8`, `/t_js` … are its older forms. Everything else on the host is a short code. */
function affiliateClick(address: WebAddress): LinkFacts | null {
  if (/^\/t(?:_\w{1,4})?$/.test(address.path)) {
    const page = `https://s.click.taobao.com${address.path}`;
    const canonical = keepOnly(page, address, ['e', 'tu', 'i', 'l', 'p', 'pid', ['relationId', 'relation_id']]);
    return baseFacts('tbk_click_long', address, canonical);
  }
  const code = shortCode.exec(address.path)?.[1];
  return code === undefined ? null : baseFacts('tbk_click_short', address, `https://s.click.taobao.com/${code}`);
}

const sellerNames = ['sellerId', 'seller_id'] as const;
const activityNames = ['activityId', 'activity_id'] as const;

function unionLanding(address: WebAddress): LinkFacts {
  if (/^\/coupon\/edetail\/?$/i.test(address.path)) {
    const itemId = itemIdParameter(address, 'itemId', 'item_id', 'id');
    const kept = ['e', 'me', activityNames, ['itemId', 'item_id', 'id'], 'pid', ['relationId', 'relation_id']];
    const canonical = keepOnly('https://uland.taobao.com/coupon/edetail', address, kept);
    return { ...baseFacts('tbk_uland_edetail', address, canonical), itemId };
  }
  if (/^\/quan\/detail\/?$/i.test(address.path)) {
    const canonical = keepOnly('https://uland.taobao.com/quan/detail', address, [sellerNames, activityNames]);
    return baseFacts('tbk_uland_quan', address, canonical);
  }
  const itemId = itemIdParameter(address, 'itemId', 'item_id', 'id');
  return { ...baseFacts('tbk_uland_other', address, withoutNoise(address)), itemId };
}

function oldShopCoupon(address: WebAddress): LinkFacts | null {
  if (!/coupon|apply/i.test(address.path)) return null;
  if (parameter(address, ...sellerNames) === null || parameter(address, ...activityNames) === null) return null;
  const page = 'https://shop.m.taobao.com/shop/coupon.htm';
  const canonical = keepOnly(page, address, [
    ['seller_id', 'sellerId'],
    ['activity_id', 'activityId'],
  ]);
  return baseFacts('tb_shop_coupon_old', address, canonical);
}

const olderLanding: Recogniser = (address) => baseFacts('tbk_ai_temai', address, withoutNoise(address));

const activityPage: Recogniser = (address) =>
  address.path === '/' ? null : baseFacts('tb_act_page', address, withoutNoise(address));

/** m.tb.cn: 7 or 15 characters seen; e.tb.cn: 15. A little room on both sides for the next change. */
const shareCode = /^\/h\.([0-9A-Za-z]{5,24})\/?$/;

function shareLink(address: WebAddress): LinkFacts | null {
  const code = shareCode.exec(address.path)?.[1];
  if (code === undefined) return null;
  const kind = address.host === 'm.tb.cn' ? 'tb_short_m' : 'tb_short_e';
  const token = parameter(address, 'tk');
  return {
    ...baseFacts(kind, address, `https://${address.host}/h.${code}`),
    token: token !== null && /^[0-9A-Za-z]{11}$/.test(token) ? token : null,
  };
}

const vendorHost = /^(?:v\.[a-z0-9]{4}\.com|[a-z]\.[a-z0-9]{4,5}\.com|b\.mashort\.cn)$/;

/** 2016–2018 rotating share domains, all with `/h.XXXXXX`. Any host of that shape counts; the path is the proof. */
export function vendorShare(address: WebAddress): LinkFacts | null {
  if (!vendorHost.test(address.host)) return null;
  const code = /^\/h\.([0-9A-Za-z]{6,7})$/.exec(address.path)?.[1];
  if (code === undefined) return null;
  return baseFacts('tb_short_vendor_old', address, `http://${address.host}/h.${code}`);
}

const firstOf =
  (...recognisers: Recogniser[]): Recogniser =>
  (address) => {
    for (const recognise of recognisers) {
      const facts = recognise(address);
      if (facts) return facts;
    }
    return null;
  };

/** Exact hosts only: a sub-domain somebody else could own never becomes official. */
export const taobaoHosts: Readonly<Record<string, Recogniser>> = {
  'item.taobao.com': taobaoItem,
  'detail.tmall.com': tmallItem,
  'detail.tmall.hk': tmallItem,
  'detail.m.tmall.com': tmallItem,
  'detail.m.tmall.hk': tmallItem,
  'chaoshi.detail.tmall.com': tmallItem,
  'h5.m.taobao.com': mobileItem,
  'main.m.taobao.com': mobileItem,
  'new.m.taobao.com': mobileItem,
  'a.m.taobao.com': shortMobileItem,
  'a.m.tmall.com': shortMobileItem,
  'detail.ju.taobao.com': groupSaleItem,
  'ju.taobao.com': groupSaleItem,
  'world.taobao.com': worldItem,
  's.click.taobao.com': affiliateClick,
  'uland.taobao.com': unionLanding,
  'shop.m.taobao.com': oldShopCoupon,
  'taoquan.taobao.com': oldShopCoupon,
  'market.m.taobao.com': firstOf(oldShopCoupon, activityPage),
  'market.m.tmall.com': activityPage,
  'mo.m.taobao.com': activityPage,
  'mos.m.taobao.com': activityPage,
  'mo.m.tmall.com': activityPage,
  'huodong.m.taobao.com': activityPage,
  'huodong.m.tmall.com': activityPage,
  'pages.taobao.com': activityPage,
  'pages.tmall.com': activityPage,
  'ai.taobao.com': olderLanding,
  'temai.taobao.com': olderLanding,
  'ai.m.taobao.com': olderLanding,
  'temai.m.taobao.com': olderLanding,
  'm.tb.cn': shareLink,
  'e.tb.cn': shareLink,
};
