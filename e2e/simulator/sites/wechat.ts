import { byPath, html, page, redirect, type Site, type Sites } from '../site.ts';

/** How WeChat treats a link, by the link's host. */
interface Treatment {
  type: string;
  title: string;
  desc: string;
  buttons?: string[];
}

const stopped = '已停止访问该网页';
const copyTitle = '如需浏览，请长按网址复制后使用浏览器访问';

const treatments: Readonly<Record<string, Treatment>> = {
  'blocked.sim.test': {
    type: 'block',
    title: stopped,
    desc: '据用户投诉及腾讯网址安全中心检测，该网页包含恶意欺诈内容。',
    buttons: ['申请恢复访问'],
  },
  'induced.sim.test': {
    type: 'block',
    title: stopped,
    desc: '网页包含诱导分享、关注等诱导行为内容，被多人投诉。',
    buttons: ['申请恢复访问'],
  },
  'infringing.sim.test': { type: 'block', title: stopped, desc: '网页包含侵权内容。' },
  'copy.sim.test': { type: 'empty', title: copyTitle, desc: 'http:&#x2f;&#x2f;copy.sim.test&#x2f;' },
  'induced-copy.sim.test': {
    type: 'empty',
    title: '网页包含诱导分享、关注等诱导行为内容，请长按网址复制后使用浏览器访问',
    desc: 'https:&#x2f;&#x2f;induced-copy.sim.test&#x2f;',
  },
  'induced-jump.sim.test': {
    type: 'empty',
    title: '网页存在诱导或误导下载/跳转的内容，请长按网址复制后使用浏览器访问',
    desc: '',
  },
  'confirm.sim.test': {
    type: 'newgray',
    title: '将要访问',
    desc: '非微信官方网页，继续访问将转换成手机预览模式',
    buttons: ['继续访问'],
  },
  'gray.sim.test': {
    type: 'gray',
    title: '将要访问',
    desc: '该地址为IP地址，请使用域名访问网站。',
    buttons: ['继续访问'],
  },
  'new-type.sim.test': { type: 'midpage2027', title: '提示', desc: '' },
};

/** Written the way WeChat's page is: rendered by script from one JSON object. */
function notice({ type, title, desc, buttons = [] }: Treatment): string {
  const btns = buttons.map((name) => ({
    name,
    url: 'https:&#x2f;&#x2f;weixin110.qq.com&#x2f;',
    type: 'plain-primary',
  }));
  const data = JSON.stringify({ retcode: 0, type, title, desc, btns });
  return page('', `<div id="app"></div><script>var cgiData = ${data};</script><script src="/banurl.js"></script>`);
}

const confirmPath = '/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi';

/** What the gateway does with links of a host, where it is not simply a jump to the link. */
const gatewayAnswers: Readonly<Record<string, Site>> = {
  'old-copy.sim.test': ({ url }, response) => {
    const target = encodeURIComponent(url.searchParams.get('url') ?? '');
    redirect(
      response,
      `https://support.weixin.qq.com/cgi-bin/mmsupport-bin/readtemplate?t=w_redirect_taobao&url=${target}`,
    );
  },
  'complained.sim.test': (_request, response) =>
    redirect(response, 'https://weixin110.qq.com/security/readtemplate?t=weixin_report/w_type&scene=33'),
  'lookalike-jump.sim.test': (_request, response) =>
    redirect(response, `https://weixin110.qq.com.evil.sim.test${confirmPath}?main_type=2`),
  'notice-fails.sim.test': (_request, response) =>
    redirect(response, `https://weixin110.qq.com${confirmPath}?case=error`),
  'inline.sim.test': (_request, response) => html(response, notice({ type: 'block', title: stopped, desc: '' })),
  'busy.sim.test': (_request, response) => void response.writeHead(429, { 'retry-after': '3600' }).end(),
  'gateway-error.sim.test': (_request, response) => void response.writeHead(500).end(),
  'gateway-new.sim.test': (_request, response) => html(response, page('微信公众平台', '<p>参数错误</p>')),
  'gateway-stalls.sim.test': () => undefined,
};

const gateway: Site = (request, response) => {
  const target = request.url.searchParams.get('url') ?? '';
  // An address that was not encoded loses everything behind its first `&`.
  if (!URL.canParse(target)) return html(response, page('', '<p>参数错误</p>'));
  const host = new URL(target).hostname;
  const special = gatewayAnswers[host];
  if (special) return special(request, response);
  if (treatments[host])
    return redirect(response, `https://weixin110.qq.com${confirmPath}?midpagecode=e2faa0&bancode=89d3&case=${host}`);
  return redirect(response, target);
};

const blockPage: Site = ({ url }, response) => {
  const treatment = treatments[url.searchParams.get('case') ?? ''];
  if (treatment) html(response, notice(treatment));
  else html(response, page('', 'error'), 500);
};

/** The page behind a link that WeChat treats: it is there, whatever WeChat says of it. */
const ordinaryPage: Site = (_request, response) => html(response, page('小店', '<p>今日上新，欢迎选购。</p>'));

const treatedHosts = [...Object.keys(treatments), ...Object.keys(gatewayAnswers)];

export const wechat: Sites = {
  ...Object.fromEntries(treatedHosts.map((host): [string, Site] => [host, ordinaryPage])),
  'mp.weixinbridge.com': byPath({ '/mp/wapredirect': gateway }),
  'weixin110.qq.com': byPath({
    [confirmPath]: blockPage,
    '/security/readtemplate': (_request, response) => html(response, page('投诉', '<p>请选择投诉该网页的原因</p>')),
  }),
  'support.weixin.qq.com': byPath({
    '/cgi-bin/mmsupport-bin/readtemplate': ({ url }, response) =>
      html(response, `<html><body url="${url.searchParams.get('url') ?? ''}">${copyTitle}</body></html>`),
  }),
  'weixin110.qq.com.evil.sim.test': (_request, response) =>
    html(response, notice({ type: 'block', title: stopped, desc: '' })),
  'clone.sim.test': (_request, response) =>
    html(response, notice({ type: 'empty', title: copyTitle, desc: 'http://clone.sim.test' })),
  'decoy.sim.test': (_request, response) =>
    redirect(response, `https://weixin110.qq.com${confirmPath}?main_type=2&evil_type=43&case=blocked.sim.test`),
};
