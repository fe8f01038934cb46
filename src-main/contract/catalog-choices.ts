export const couponStates = ['active', 'upcoming', 'expired', 'used-up', 'none'] as const;
export type CouponState = (typeof couponStates)[number];

/** What the catalog can be sorted by. */
export const catalogSorts = ['newest', 'price', 'commission', 'rate', 'sales', 'coupon-end', 'title'] as const;

/** Columns of the catalog beside the title, in their first order. */
export const catalogColumnKeys = [
  'price',
  'coupon',
  'commission',
  'sales',
  'outcome',
  'earning',
  'finding',
  'date',
  'rate',
  'category',
  'shop',
  'links',
  'itemId',
] as const;
export type CatalogColumnKey = (typeof catalogColumnKeys)[number];
