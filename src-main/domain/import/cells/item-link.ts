import type { Market, Platform } from '../../catalog/imported-row.ts';

const scheme = /^https?:\/\//i;
const bareHost = /^(?:[a-z0-9-]+\.)+(?:com|cn|net|hk)(?::\d+)?(?:[/?]|$)/i;

/**
 * The http(s) address in a cell, byte for byte, with `https:` added to `//…` and `https://` to a bare `host/…`.
 * Null for anything else, so neither text nor another scheme ever becomes a link.
 */
export function webAddress(text: string): string | null {
  const completed = scheme.test(text)
    ? text
    : text.startsWith('//')
      ? `https:${text}`
      : bareHost.test(text)
        ? `https://${text}`
        : '';
  return completed !== '' && !/\s/.test(completed) && URL.canParse(completed) ? completed : null;
}

export interface ItemLinkReading {
  market: Market;
  /** `taobao` does not rule out Tmall: Alimama lists Tmall items under item.taobao.com too. */
  platform: Platform;
  itemId: string | null;
}

/** The plain item addresses that nearly every row of an Alimama file holds, read without parsing the URL. */
const plainItem = /^https?:\/\/(?:item\.taobao|(detail)\.tmall)\.com\/item\.htm\?id=(\d{8,15})$/;

const idInPath: Partial<Record<Market, RegExp>> = {
  taobao: /^\/i(\d{8,15})\.htm/,
  jd: /^\/(?:product\/)?(\d{5,15})\.html/,
};

function marketOfHost(host: string): { market: Market; platform: Platform } | null {
  const under = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  if (under('tmall.com') || under('tmall.hk')) return { market: 'taobao', platform: 'tmall' };
  if (under('taobao.com') || under('tb.cn')) return { market: 'taobao', platform: 'taobao' };
  if (under('jd.com') || under('jd.hk') || under('jingxi.com')) return { market: 'jd', platform: 'jd' };
  if (under('yangkeduo.com') || under('pinduoduo.com')) return { market: 'pdd', platform: 'pdd' };
  if (under('jinritemai.com') || under('douyin.com')) return { market: 'douyin', platform: 'douyin' };
  return null;
}

function idOf(url: URL, market: Market): string | null {
  const named = url.searchParams.get('id') ?? url.searchParams.get('goods_id') ?? url.searchParams.get('itemId');
  const id = idInPath[market]?.exec(url.pathname)?.[1] ?? named;
  return id !== null && /^[0-9A-Za-z-]{5,81}$/.test(id) ? id : null;
}

/** Where an item page leads and which item it shows, read from the address alone; null for other hosts. */
export function readItemLink(address: string): ItemLinkReading | null {
  const plain = plainItem.exec(address);
  if (plain) return { market: 'taobao', platform: plain[1] ? 'tmall' : 'taobao', itemId: plain[2] ?? null };
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const where = marketOfHost(url.hostname.toLowerCase());
  return where && { ...where, itemId: idOf(url, where.market) };
}

/** The hosts of nearly all share links, read without parsing the URL. */
const taobaoShare = /^https?:\/\/(?:s\.click\.taobao\.com|uland\.taobao\.com|[a-z]\.tb\.cn)\//;

export const isTaobaoShare = (text: string): boolean => taobaoShare.test(text);
