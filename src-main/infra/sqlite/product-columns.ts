import type { ImportedProduct } from '#domain/catalog/imported-row';

type ProductField = Exclude<keyof ImportedProduct, 'market' | 'itemKey'>;

/** How a newer row's value meets the stored one. */
type MergeRule =
  /** A value replaces, "does not say" leaves alone. */
  | 'when-said'
  /** All coupon columns change together, whenever the row speaks of coupons at all. */
  | 'coupon'
  /** Alimama lists Tmall items under item.taobao.com, so "taobao" never overrules "tmall". */
  | 'platform'
  /** A stated 券后价 belongs to the price and coupon it was stated with. */
  | 'final-price'
  /** A commission amount belongs to the rate it was stated with. */
  | 'commission';

interface ProductColumn {
  field: ProductField;
  column: string;
  rule: MergeRule;
}

const column = (field: ProductField, name: string, rule: MergeRule = 'when-said'): ProductColumn => ({
  field,
  column: name,
  rule,
});

/** The columns that import_row and product share, in the order of the migration. */
export const productColumns: readonly ProductColumn[] = [
  column('itemId', 'item_id'),
  column('platform', 'platform', 'platform'),
  column('title', 'title'),
  column('shortTitle', 'short_title'),
  column('imageUrl', 'image_url'),
  column('detailUrl', 'detail_url'),
  column('category', 'category'),
  column('shop', 'shop'),
  column('seller', 'seller'),
  column('brand', 'brand'),
  column('priceFen', 'price_fen'),
  column('statedFinalPriceFen', 'stated_final_price_fen', 'final-price'),
  column('couponState', 'coupon_state', 'coupon'),
  column('couponText', 'coupon_text', 'coupon'),
  column('couponFaceFen', 'coupon_face_fen', 'coupon'),
  column('couponThresholdFen', 'coupon_threshold_fen', 'coupon'),
  column('couponStartsOn', 'coupon_starts_on', 'coupon'),
  column('couponEndsOn', 'coupon_ends_on', 'coupon'),
  column('couponLeft', 'coupon_left', 'coupon'),
  column('couponTotal', 'coupon_total', 'coupon'),
  column('couponActivityId', 'coupon_activity_id', 'coupon'),
  column('commissionRateBp', 'commission_rate_bp'),
  column('commissionFen', 'commission_fen', 'commission'),
  column('monthlySales', 'monthly_sales'),
  column('recommendText', 'recommend_text'),
];

export const productColumnNames = productColumns.map((each) => each.column);

/** SQL for what a product column becomes when `excluded` (the newer row) meets `product` (what is stored). */
export function mergedValue({ column: name, rule }: ProductColumn): string {
  const newer = `excluded.${name}`;
  const stored = `product.${name}`;
  switch (rule) {
    case 'when-said':
      return `coalesce(${newer}, ${stored})`;
    case 'platform':
      return `CASE WHEN ${stored} = 'tmall' AND ${newer} = 'taobao' THEN ${stored} ELSE coalesce(${newer}, ${stored}) END`;
    case 'coupon':
      return `CASE WHEN excluded.coupon_state IS NULL THEN ${stored} ELSE ${newer} END`;
    case 'final-price':
      return `CASE WHEN excluded.price_fen IS NULL AND excluded.coupon_state IS NULL THEN coalesce(${newer}, ${stored}) ELSE ${newer} END`;
    case 'commission':
      return `CASE WHEN excluded.commission_rate_bp IS NULL THEN coalesce(${newer}, ${stored}) ELSE ${newer} END`;
  }
}
