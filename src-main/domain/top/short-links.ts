import { isAffiliateAddress } from './affiliate-address.ts';
import { addressAt, listAt, textAt } from './read-json.ts';
import type { TopCall } from './top-call.ts';
import { refusal, type TopRefusal } from './top-refusal.ts';

/** Addresses at most in one call. */
export const linksPerCall = 20;

export type ShortLink = { ok: true; url: string } | { ok: false; refusal: TopRefusal };

/**
 * Short links (300 days) of up to {@link linksPerCall} affiliate addresses, in their order.
 * @throws RangeError for more, or for an address the platform does not take: the caller sorts those out first
 */
export function shortLinks(urls: readonly string[]): TopCall<ShortLink[]> {
  if (urls.length === 0 || urls.length > linksPerCall) throw new RangeError(`${urls.length} addresses in one call`);
  const strange = urls.find((url) => !isAffiliateAddress(url));
  if (strange !== undefined) throw new RangeError('not an affiliate address');
  return {
    method: 'taobao.tbk.spread.get',
    params: { requests: JSON.stringify(urls.map((url) => ({ url }))) },
    read: (response) => {
      const results = listAt(response, 'results');
      return urls.map((_url, index) => readShortLink(results[index]));
    },
  };
}

function readShortLink(result: unknown): ShortLink {
  const url = addressAt(result, 'content');
  const words = textAt(result, 'err_msg');
  if (url !== null && (words === null || words === 'OK')) return { ok: true, url: url.replace(/^http:/, 'https:') };
  return { ok: false, refusal: refusal('link-not-shortened', { detail: words ?? '' }) };
}
