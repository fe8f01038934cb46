import { baseFacts, canonicalWebPage } from './address-facts.ts';
import type { LinkFacts } from './link-part.ts';
import { alipayPage, otherHosts } from './other-addresses.ts';
import { taobaoHosts, vendorShare } from './taobao-addresses.ts';
import { readWebAddress, type WebAddress } from './web-address.ts';
import { wechatPage } from './wechat-addresses.ts';

/** Hosts whose links are one short code: text glued behind the code is not part of the link. */
export const shortLinkHosts: ReadonlySet<string> = new Set(
  (
    'm.tb.cn e.tb.cn s.click.taobao.com u.jd.com 3.cn p.pinduoduo.com v.douyin.com v.kuaishou.com xhslink.com dpurl.cn ' +
    'ur.alipay.com qr.alipay.com wxaurl.cn wxmpurl.cn'
  ).split(' '),
);

/** The kind and the visible facts of one http(s) address; null when it is no address at all. */
export function recogniseAddress(written: string): LinkFacts | null {
  const address = readWebAddress(written);
  return address === null ? null : recogniseReadAddress(address);
}

function recogniseReadAddress(address: WebAddress): LinkFacts {
  if (address.plain) {
    const recognise = own(taobaoHosts, address.host) ?? own(otherHosts, address.host);
    const facts = recognise ? recognise(address) : (alipayPage(address) ?? wechatPage(address) ?? vendorShare(address));
    if (facts) return facts;
  }
  return baseFacts('web_link', address, canonicalWebPage(address));
}

/** Host names come from outside: `constructor` must not find a prototype's property. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
