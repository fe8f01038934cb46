import type { LinkField } from '../catalog/imported-row.ts';
import { commissionBp } from './commission-scale.ts';
import { readCoupon, type TopCoupon } from './coupon-info.ts';
import { addressAt, at, firstText, listAt, textAt } from './read-json.ts';
import type { TopCall } from './top-call.ts';
import { readItemRefusal, refusal, type TopRefusal } from './top-refusal.ts';

const method = 'taobao.tbk.dg.general.link.convert';

/** Items at most in one call. The documentation names no number; the upgraded item methods take as many. */
export const itemsPerConvertCall = 20;

export interface ConvertedLink {
  field: LinkField;
  value: string;
}

/** What became of one item. */
export type Converted =
  | {
      ok: true;
      /** As it was asked for. */
      asked: string;
      commissionRateBp: number | null;
      coupon: TopCoupon | null;
      links: ConvertedLink[];
    }
  | { ok: false; asked: string; refusal: TopRefusal };

interface Promotion {
  adzoneId: string;
  /** 渠道关系 id; null = none. */
  relationId: string | null;
}

/** Links and 口令 of up to {@link itemsPerConvertCall} products by their new ids, made for the adzone. */
export function convertItems({ adzoneId, relationId }: Promotion, itemIds: readonly string[]): TopCall<Converted[]> {
  return {
    method,
    params: {
      adzone_id: adzoneId,
      ...(relationId === null ? {} : { relation_id: relationId }),
      item_id_list: itemIds.join(','),
    },
    read: (response) => {
      const results = listAt(response, 'data', 'item_url_list');
      return itemIds.map((asked) => {
        const result = results.find((each) => textAt(each, 'input_item_id') === asked);
        // Without the ids repeated only the order tells which is which, and that only while none is missing.
        const byOrder = results.length === itemIds.length ? results[itemIds.indexOf(asked)] : undefined;
        const isNamed = results.some((each) => textAt(each, 'input_item_id') !== null);
        return readConverted(asked, result ?? (isNamed ? undefined : byOrder));
      });
    },
  };
}

const fields: readonly (readonly [LinkField, string])[] = [
  ['affiliateUrl', 'cps_long_url'],
  ['affiliateShortUrl', 'cps_short_url'],
  ['token', 'cps_full_tpwd'],
  ['couponAffiliateUrl', 'coupon_long_url'],
  ['couponShortUrl', 'coupon_short_url'],
  ['couponToken', 'coupon_full_tpwd'],
];

function readConverted(asked: string, result: unknown): Converted {
  const info = at(result, 'link_info_dto');
  const links = fields.flatMap(([field, name]): ConvertedLink[] => {
    const isToken = field === 'token' || field === 'couponToken';
    const raw = at(info, name);
    const value = isToken ? (typeof raw === 'string' && raw !== '' ? raw : null) : addressAt(info, name);
    return value === null ? [] : [{ field, value }];
  });
  if (links.length === 0) return { ok: false, asked, refusal: whyNot(result) };
  const coupon = readCoupon(at(result, 'coupon_info_dto'));
  return {
    ok: true,
    asked,
    commissionRateBp: commissionBp(firstText(at(result, 'promotion_info_dto'), 'commission_rate'), 'percent'),
    coupon,
    // Without a coupon its page still has an address, which says nothing the item's own link does not.
    links: coupon === null ? links.filter(({ field }) => !field.startsWith('coupon')) : links,
  };
}

function whyNot(result: unknown): TopRefusal {
  if (result === undefined) return refusal('item-not-found');
  const refused = readItemRefusal(method, textAt(result, 'code'), textAt(result, 'msg'));
  return refused.reason === 'unknown' ? { ...refused, reason: 'convert-refused' } : refused;
}
