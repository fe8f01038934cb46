import { byPath, html, page, redirect, type Site, type Sites } from '../site.ts';

const item = (id: string): string =>
  page(
    `儿童分享装湿巾80抽 - 淘宝网`,
    `<h1>儿童分享装湿巾80抽</h1><p>商品编号 ${id}</p><p>券后价 19.90 元，月销 2000 件，七天无理由退换，运费险。</p>
     <a href="https://item.taobao.com/item.htm?id=${id}#desc">商品详情</a>
     <script>var offSale = "此宝贝已下架"; function buy(){ location.href = "tbopen://m.taobao.com/tbopen/index.html"; }</script>`,
  );

/** Item ids with a fate of their own; all others are on sale. */
const itemPage: Site = ({ url }, response) => {
  const id = url.searchParams.get('id') ?? '';
  if (id === '600000000404')
    return html(
      response,
      page('淘宝网', '<div class="error-notice-hd">很抱歉，您查看的宝贝不存在，可能已下架或者被转移。</div>'),
    );
  if (id === '600000000405')
    return html(response, page('商品详情', '<p class="tb-hint"><strong>此宝贝已下架</strong></p>'));
  if (id === '600000000401') {
    const back = encodeURIComponent(url.href);
    return redirect(response, `https://login.m.taobao.com/login.htm?redirectURL=${back}`);
  }
  if (id === '600000000403') {
    return html(
      response,
      '<script>window.location.replace("/item.htm/_____tmd_____/punish?x5secdata=abc&x5step=1");</script>',
    );
  }
  return html(response, item(id));
};

const tmallPage: Site = (request, response) =>
  request.url.searchParams.get('id') === '700000000404'
    ? redirect(response, 'https://detail.tmall.com/auction/noitem.htm?type=1')
    : itemPage(request, response);

const coupon = (text: string): string => page('优惠券', `<div class="coupon">${text}</div>`);

const couponPage: Site = ({ url }, response) => {
  const texts: Readonly<Record<string, string>> = {
    gone: '该优惠券不存在或者已经过期',
    used: '很遗憾，优惠券已领完',
    expired: '优惠券已过期',
  };
  const fate = texts[url.searchParams.get('e') ?? url.searchParams.get('activityId') ?? ''];
  return html(response, coupon(fate ?? '10元优惠券 剩13700张 单笔满37元可用 有效期至2026-12-31 <a>立即领券</a>'));
};

/** Short links: the page carries its target in a script variable, as Taobao's does. */
const shortTargets: Readonly<Record<string, string>> = {
  '/h.liveITEM01': 'https://item.taobao.com/item.htm?id=600000000001&price=19.9',
  '/h.goneITEM04': 'https://item.taobao.com/item.htm?id=600000000404',
  '/h.affiliate1': 'https://s.click.taobao.com/t?e=m%3D2%26s%3Dsimulated',
  '/h.couponUSED': 'https://uland.taobao.com/coupon/edetail?e=used&pid=mm_12345_678_90123',
};

const shortLink: Site = ({ url }, response) => {
  const target = shortTargets[url.pathname];
  if (target === undefined) return html(response, page('淘宝', '<p>页面不存在</p>'), 404);
  const safe = target.replaceAll('&', '&amp;').replaceAll('/', '\\/');
  return html(response, page('', `<script>var url = '${safe}'; var ua = navigator.userAgent;</script><p>加载中</p>`));
};

const edetail = 'https://uland.taobao.com/coupon/edetail?e=live&pid=mm_12345_678_90123&itemId=600000000001';

/** An affiliate click: a script page, and a second step that only answers the first one's referer. */
const click: Site = ({ url, headers }, response) => {
  if (url.pathname === '/t_js') {
    return html(
      response,
      page('', `<script>var real_jump_address = 'https://s.click.taobao.com/t?e=step2&amp;ref=&amp;et=abc';</script>`),
    );
  }
  if (url.searchParams.get('e') === 'step2') {
    const known = headers.referer?.startsWith('https://s.click.taobao.com/t_js') ?? false;
    return known ? redirect(response, edetail) : html(response, page('', '<p>参数错误</p>'), 403);
  }
  return redirect(response, `https://s.click.taobao.com/t_js?tu=${encodeURIComponent(url.href)}`);
};

export const taobao: Sites = {
  'item.taobao.com': byPath({
    '/item.htm': itemPage,
    '/item.htm/*': (_request, response) => html(response, page('验证码拦截', '<p>亲，请按照说明进行验证哦</p>')),
  }),
  'detail.tmall.com': byPath({
    '/item.htm': tmallPage,
    '/auction/noitem.htm': (_request, response) => html(response, page('天猫', '<p>很抱歉</p>')),
  }),
  'uland.taobao.com': byPath({ '/coupon/edetail': couponPage, '/quan/detail': couponPage }),
  'shop.m.taobao.com': byPath({ '/shop/coupon.htm': couponPage }),
  'login.m.taobao.com': byPath({
    '/login.htm': (_request, response) => html(response, page('登录', '<form><input type="password"></form>')),
  }),
  'm.tb.cn': shortLink,
  'e.tb.cn': shortLink,
  's.click.taobao.com': click,
};
