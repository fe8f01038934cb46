import { type LinkKind, linkMarket } from './link-kinds.ts';
import type { LinkFacts } from './link-part.ts';
import { parameter, rawParameter, type WebAddress } from './web-address.ts';

/** Digits, or the newer union id of two alphanumeric segments. Source: item ids in TOP answers of 2017–2026. */
export const itemIdPattern = /^(?:\d{1,20}|[0-9A-Za-z]{5,60}-[0-9A-Za-z]{5,60})$/;

const pidPattern = /(?<![0-9A-Za-z])mm_\d{1,12}_\d{1,12}_\d{1,14}(?!\d)/;

/** Share-time noise of Taobao pages: differs at every share or click, never decides what the page shows. */
const taobaoNoise: ReadonlySet<string> = new Set(
  (
    'tk spm scm pvid ptl traceId trace union_lens unionLens app_pvid sm cv un un_site ut_sk sp_tk sp_abtk cpp shareurl ' +
    'short_name bxsign suid share_crt_v shareUniqueId sourceType tbSocialPopKey app abbucket ali_trackid ali_refid'
  ).split(' '),
);

const isTracker = (name: string): boolean => name === 'spm' || name === 'scm' || name.startsWith('utm_');

const nothing = {
  itemId: null,
  pid: null,
  relationId: null,
  activityId: null,
  token: null,
  innerKind: null,
};

/**
 * Percent-encoded letters, digits and signs of ASCII as they are, however often they were encoded. Other bytes stay: one
 * in GBK, which no URI decoder takes, must not hide what stands beside it.
 */
const withPlainSigns = (text: string): string =>
  text.replace(/%(?:25)*([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A pid anywhere in the address, also inside percent-encoding (`pid=mm%5F…`, `l=https%3A…pid%3Dmm_…`). */
export function visiblePid(address: WebAddress): string | null {
  if (!/mm(?:_|%(?:25)*5f)/i.test(address.href)) return null;
  const named = rawParameter(address, 'pid', 'p');
  const inNamed = named === null ? null : pidPattern.exec(withPlainSigns(named));
  return (inNamed ?? pidPattern.exec(address.href) ?? pidPattern.exec(withPlainSigns(address.href)))?.[0] ?? null;
}

export function itemIdParameter(address: WebAddress, ...names: string[]): string | null {
  const value = parameter(address, ...names);
  return value !== null && itemIdPattern.test(value) ? value : null;
}

/** Facts every address shares, to be completed by its kind. */
export function baseFacts(kind: LinkKind, address: WebAddress, canonical: string): LinkFacts {
  // On other people's pages these names mean other things.
  const onTaobao = linkMarket(kind) === 'taobao';
  return {
    ...nothing,
    kind,
    pid: visiblePid(address),
    relationId: onTaobao ? parameter(address, 'relationId', 'relation_id') : null,
    activityId: onTaobao ? parameter(address, 'activityId', 'activity_id') : null,
    url: address.href,
    host: address.host,
    canonical,
  };
}

/** `page` plus the named parameters that are there, in the given order, as written. */
export function keepOnly(page: string, address: WebAddress, names: readonly (string | readonly string[])[]): string {
  const kept: string[] = [];
  for (const entry of names) {
    const aliases = typeof entry === 'string' ? [entry] : entry;
    const value = rawParameter(address, ...aliases);
    if (value !== null) kept.push(`${aliases[0]}=${value}`);
  }
  return kept.length > 0 ? sealTail(`${page}?${kept.join('&')}`) : page;
}

/** The page without Taobao's share-time noise; for landing pages whose parameters are not all known. */
export function withoutNoise(address: WebAddress): string {
  const kept = address.query.filter(([name]) => name !== '' && !taobaoNoise.has(name));
  return sealTail(joinQuery(`https://${address.host}${address.path}`, kept));
}

/** A page of no known kind: trackers go, everything that may identify stays (fragment routes included). */
export function canonicalWebPage(address: WebAddress): string {
  const { port } = new URL(address.href);
  const kept = address.query.filter(([name, value]) => (name !== '' || value !== '') && !isTracker(name));
  const route = /^#[!/]/.test(address.fragment) ? address.fragment : '';
  const host = port === '' ? address.host : `${address.host}:${port}`;
  return sealTail(joinQuery(`${address.protocol}://${host}${address.path}`, kept) + route);
}

/** Marks at the very end would be taken for the end of a sentence when the canonical form is read as text again. */
function sealTail(canonical: string): string {
  let end = canonical.length;
  while (end > 0 && ".,;:!?'*~)]".includes(canonical.charAt(end - 1))) end -= 1;
  if (end === canonical.length) return canonical;
  return canonical.slice(0, end) + Array.from(canonical.slice(end), percentCode).join('');
}

const percentCode = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

function joinQuery(page: string, pairs: readonly (readonly [string, string])[]): string {
  if (pairs.length === 0) return page;
  return `${page}?${pairs.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&')}`;
}
