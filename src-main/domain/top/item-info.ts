import { parseMoneyFen } from '../import/cells/money.ts';
import { type CommissionScale, commissionBp } from './commission-scale.ts';
import { type TopCoupon, readCoupon } from './coupon-info.ts';
import { addressAt, at, countAt, firstText, listAt } from './read-json.ts';
import type { TopCall } from './top-call.ts';

/** A product as the platform describes it. Null where it does not say. */
export interface TopItem {
  itemId: string;
  /** The id that was asked for, when the answer repeats it. */
  askedId: string | null;
  title: string | null;
  shortTitle: string | null;
  imageUrl: string | null;
  shop: string | null;
  brand: string | null;
  category: string | null;
  platform: 'taobao' | 'tmall' | null;
  /** 分 */
  priceFen: number | null;
  /** 预估到手价, 分 */
  finalPriceFen: number | null;
  commissionRateBp: number | null;
  /** Of the last 30 days. */
  monthlySales: number | null;
  coupon: TopCoupon | null;
  affiliateUrl: string | null;
  couponUrl: string | null;
}

const fen = (text: string | null): number | null => (text === null ? null : parseMoneyFen(text));

function platformOf(userType: string | null): TopItem['platform'] {
  if (userType === '1') return 'tmall';
  return userType === '0' ? 'taobao' : null;
}

/**
 * Reads one product, in the blocks of the upgraded methods or in the flat fields of the old ones.
 * @param flatScale how the old form writes `commission_rate`; the upgraded `income_rate` is always a percentage
 */
function readItem(raw: unknown, flatScale: CommissionScale): TopItem | null {
  const itemId = firstText(raw, 'item_id', 'num_iid');
  if (itemId === null) return null;
  const basic = at(raw, 'item_basic_info') ?? raw;
  const price = at(raw, 'price_promotion_info') ?? raw;
  const publish = at(raw, 'publish_info') ?? raw;
  const shop = firstText(basic, 'shop_title', 'nick');
  return {
    itemId,
    askedId: firstText(raw, 'input_item_iid', 'input_num_iid'),
    title: firstText(basic, 'title'),
    shortTitle: firstText(basic, 'short_title'),
    imageUrl: addressAt(basic, 'pict_url'),
    shop,
    brand: firstText(basic, 'brand_name'),
    category: firstText(basic, 'category_name', 'cat_leaf_name', 'level_one_category_name', 'cat_name'),
    platform: platformOf(firstText(basic, 'user_type')),
    priceFen: fen(firstText(price, 'zk_final_price', 'reserve_price')),
    finalPriceFen: fen(firstText(price, 'final_promotion_price')),
    commissionRateBp:
      commissionBp(firstText(publish, 'income_rate'), 'percent') ??
      commissionBp(firstText(raw, 'commission_rate'), flatScale),
    monthlySales: countAt(basic, 'volume'),
    coupon: readCoupon(raw),
    affiliateUrl: addressAt(publish, 'click_url') ?? addressAt(raw, 'url'),
    couponUrl: addressAt(publish, 'coupon_share_url'),
  };
}

export const readItems = (raw: readonly unknown[], flatScale: CommissionScale): TopItem[] =>
  raw.flatMap((each) => readItem(each, flatScale) ?? []);

/** Ids at most in one call of the upgraded method. */
const itemsPerInfoCall = 20;

/** Price, commission and sales of up to {@link itemsPerInfoCall} products by their new ids. */
export function itemInfo(itemIds: readonly string[]): TopCall<TopItem[]> {
  return {
    method: 'taobao.tbk.item.info.upgrade.get',
    params: { item_id: itemIds.slice(0, itemsPerInfoCall).join(',') },
    read: (response) => readItems(listAt(response, 'results'), 'percent'),
  };
}
