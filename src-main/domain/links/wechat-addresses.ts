import { baseFacts, canonicalWebPage, keepOnly } from './address-facts.ts';
import type { LinkFacts } from './link-part.ts';
import { parameter, type WebAddress } from './web-address.ts';

/** WeChat's own names; everything below them is Tencent's too. */
const ownDomains: readonly string[] = ['weixin.qq.com', 'wechat.com', 'weixin110.qq.com'];

/**
 * WeChat's own pages: articles, Channels, the notices it shows instead of a stopped page, and the rest. They are no
 * outside links: those are "links whose domain is not the WeChat public platform's" (外部链接内容管理规范, 2019-10-28).
 * @returns null for hosts of somebody else, and for the login jump, which leads on to somebody else's page.
 */
export function wechatPage(address: WebAddress): LinkFacts | null {
  const { host, path } = address;
  if (!ownDomains.some((domain) => host === domain || host.endsWith(`.${domain}`))) return null;
  if (host === 'open.weixin.qq.com' && path.startsWith('/connect/')) return null;
  const articlePage = articleAddress(address);
  if (articlePage !== null) return baseFacts('wx_article', address, articlePage);
  if (isNotice(address)) return baseFacts('wx_block_page', address, canonicalWebPage(address));
  const isChannels = host === 'channels.weixin.qq.com' || (host === 'weixin.qq.com' && path.startsWith('/sph/'));
  return baseFacts(isChannels ? 'wx_channels' : 'wx_page', address, canonicalWebPage(address));
}

/** Short and long form, then what search sites hand out; all but the identity differs at each share. */
function articleAddress(address: WebAddress): string | null {
  if (address.host !== 'mp.weixin.qq.com') return null;
  const code = /^\/s\/([\w-]{8,40})\/?$/.exec(address.path)?.[1];
  if (code !== undefined) return `https://mp.weixin.qq.com/s/${code}`;
  if (!/^\/s\/?$/.test(address.path)) return null;
  if (parameter(address, '__biz') === null) {
    return parameter(address, 'signature') === null ? null : canonicalWebPage(address);
  }
  return keepOnly('https://mp.weixin.qq.com/s', address, ['__biz', 'mid', 'idx', 'sn', 'tempkey']);
}

/** Source: blockPages of the openability pack; complaint pages stand on the same host and are none. */
function isNotice(address: WebAddress): boolean {
  if (address.path === '/cgi-bin/mmspamsupport-bin/newredirectconfirmcgi')
    return address.host === 'weixin110.qq.com' || address.host === 'security.wechat.com';
  return address.path.endsWith('/readtemplate') && parameter(address, 't') === 'w_redirect_taobao';
}
