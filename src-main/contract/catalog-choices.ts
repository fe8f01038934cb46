export const couponStates = ['active', 'upcoming', 'expired', 'used-up', 'none'] as const;
export type CouponState = (typeof couponStates)[number];

/** What the catalog can be sorted by. */
export const catalogSorts = ['newest', 'price', 'commission', 'rate', 'sales', 'coupon-end', 'title'] as const;
