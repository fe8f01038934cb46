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

/** What became of one item, link or 口令. */
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

const common = ({ adzoneId, relationId }: Promotion): Record<string, string> => ({
  adzone_id: adzoneId,
  ...(relationId === null ? {} : { relation_id: relationId }),
});

/** Links and 口令 of up to {@link itemsPerConvertCall} products by their new ids, made for the adzone. */
export function convertItems(promotion: Promotion, itemIds: readonly string[]): TopCall<Converted[]> {
  return {
    method,
    params: { ...common(promotion), item_id_list: itemIds.join(',') },
    read: (response) => {
      const results = listAt(response, 'data', 'item_url_list');
      return itemIds.map((asked) => {
        const result = results.find((each) => textAt(each, 'input_item_id') === asked);
        // Without the ids repeated only the order tells which is which, and that only while none is missing.
        const byOrder = results.length === itemIds.length ? results[itemIds.indexOf(asked)] : undefined;
        const isNamed = results.some((each) => textAt(each, 'input_item_id') !== null);
        return readConverted(asked, result ?? (isNamed ? undefined : byOrder), 'item');
      });
    },
  };
}

/** The same for an affiliate link or a 口令. Open only to apps that Alimama invited. */
export function convertMaterial(promotion: Promotion, material: string): TopCall<Converted> {
  return {
    method,
    params: { ...common(promotion), material_dto: JSON.stringify([{ material_url: material }]) },
    read: (response) => readConverted(material, listAt(response, 'data', 'material_url_list')[0], 'material'),
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

function readConverted(asked: string, result: unknown, kind: 'item' | 'material'): Converted {
  const info = at(result, 'link_info_dto');
  const links = fields.flatMap(([field, name]): ConvertedLink[] => {
    const isToken = field === 'token' || field === 'couponToken';
    const raw = at(info, name);
    const value = isToken ? (typeof raw === 'string' && raw !== '' ? raw : null) : addressAt(info, name);
    return value === null ? [] : [{ field, value }];
  });
  if (links.length === 0) return { ok: false, asked, refusal: whyNot(result, kind) };
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

function whyNot(result: unknown, kind: 'item' | 'material'): TopRefusal {
  if (result === undefined) return refusal('item-not-found');
  const refused = readItemRefusal(method, textAt(result, 'code'), textAt(result, 'msg'));
  if (refused.reason === 'convert-permission' && kind === 'material') return { ...refused, reason: 'convert-invited' };
  return refused.reason === 'unknown' ? { ...refused, reason: 'convert-refused' } : refused;
}
