import { isAffiliateAddress } from './affiliate-address.ts';
import { at, textAt } from './read-json.ts';
import type { TopCall } from './top-call.ts';

export interface CreatedToken {
  /** `￥SIH6XbwRfyt￥`; opens on every phone but iOS 14 and later. */
  short: string | null;
  /** The whole text every phone understands, byte for byte: changing it may break it. */
  long: string | null;
}

/**
 * A 口令 (30 days) for an affiliate address. The text of its pop-up cannot be chosen any more, so nothing but the address
 * is sent.
 * @throws RangeError for an address the platform does not take: the caller sorts those out first
 */
export function tokenCreate(url: string): TopCall<CreatedToken> {
  if (!isAffiliateAddress(url)) throw new RangeError('not an affiliate address');
  return {
    method: 'taobao.tbk.tpwd.create',
    params: { url },
    read: (response) => {
      const model = at(response, 'data', 'model');
      return {
        short: textAt(response, 'data', 'password_simple'),
        long: typeof model === 'string' && model !== '' ? model : null,
      };
    },
  };
}
