import { decodeOnce } from './web-address.ts';
import { isPlainPage } from './link-kinds.ts';
import type { LinkFacts } from './link-part.ts';
import { recogniseAddress } from './recognise-address.ts';
import { itemIdPattern } from './address-facts.ts';

const taobaoApp = /^(tbopen|taobao|tmall):\/\//i;
const alipayApp = /^(alipays?|alipayqr):\/\/platformapi\/startapp\b/i;
const wechatApp = /^weixin:\/\/dl\/business\/\?(?:t|appid)=/i;

/** Facts of an app link (`tbopen://`, `alipays://`, `weixin://dl/business`), with the web page inside it. */
export function recogniseScheme(written: string): LinkFacts | null {
  if (written.length > 16_384) return null;
  if (taobaoApp.test(written)) return taobaoDeepLink(written);
  if (alipayApp.test(written)) return alipayScheme(written);
  if (wechatApp.test(written)) return plainScheme('wx_scheme', lowerScheme(written));
  return null;
}

function taobaoDeepLink(written: string): LinkFacts {
  const inner = innerPage(written, ['h5Url', 'h5url', 'url', 'targetUrl', 'target']) ?? swappedScheme(written);
  const scheme = schemeOf(written);
  const facts = withInner(plainScheme('tb_deeplink', lowerScheme(written)), inner, `${scheme}://?h5Url=`);
  if (facts.itemId !== null) return facts;
  const itemId = queryValue(written, ['itemId', 'itemID', 'item_id', 'id']) ?? '';
  return itemIdPattern.test(itemId) ? { ...facts, itemId } : facts;
}

function alipayScheme(written: string): LinkFacts {
  const inner = innerPage(written, ['url', 'qrcode', 'page']);
  const appId = queryValue(written, ['appId', 'appid', 'saId']);
  const page = `${schemeOf(written)}://platformapi/startapp?${appId === null ? '' : `appId=${appId}&`}url=`;
  return withInner(plainScheme('alipay_scheme', lowerScheme(written)), inner, page);
}

function plainScheme(kind: 'tb_deeplink' | 'alipay_scheme' | 'wx_scheme', canonical: string): LinkFacts {
  return {
    kind,
    itemId: null,
    pid: null,
    relationId: null,
    activityId: null,
    token: null,
    url: null,
    host: null,
    innerKind: null,
    canonical,
  };
}

function withInner(facts: LinkFacts, inner: LinkFacts | null, canonicalPrefix: string): LinkFacts {
  if (inner === null) return facts;
  const { itemId, pid, relationId, activityId, token, url, host } = inner;
  const canonical = canonicalPrefix + encodeURIComponent(inner.canonical);
  return { ...facts, itemId, pid, relationId, activityId, token, url, host, innerKind: inner.kind, canonical };
}

function innerPage(written: string, names: readonly string[]): LinkFacts | null {
  let value = queryValue(written, names);
  // Links passed on several times are encoded several times.
  for (let pass = 0; value !== null && pass < 2 && /^https?%3A/i.test(value); pass += 1) value = decodeOnce(value);
  if (value === null || !/^(?:https?:)?\/\//i.test(value)) return null;
  return recogniseAddress(value);
}

/** `taobao://item.taobao.com/item.htm?id=…` is the web page with the app's scheme. */
function swappedScheme(written: string): LinkFacts | null {
  const facts = recogniseAddress(written.replace(/^[a-z]+:/i, 'https:'));
  return facts === null || isPlainPage(facts.kind) ? null : facts;
}

function queryValue(written: string, names: readonly string[]): string | null {
  const query = written.slice(written.indexOf('?') + 1);
  if (query === written) return null;
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && names.includes(pair.slice(0, equals)) && equals + 1 < pair.length) {
      return decodeOnce(pair.slice(equals + 1));
    }
  }
  return null;
}

const schemeOf = (written: string): string => written.slice(0, written.indexOf(':')).toLowerCase();

const lowerScheme = (written: string): string => schemeOf(written) + written.slice(written.indexOf(':'));
