import type { Coupon } from '#contract/catalog';

interface Priced {
  /** 分; null = not known. */
  priceFen: number | null;
  /** 券后价 as computed or stated, in 分; null = not known. */
  finalPriceFen: number | null;
  coupon: Pick<Coupon, 'state'> | null;
}

/** Whether a buyer can have the coupon, today or on a day to come. */
export function isUsable(coupon: Pick<Coupon, 'state'>): boolean {
  return coupon.state === 'active' || coupon.state === 'upcoming';
}

/** What a product costs now, in 分: a price after a coupon that is gone would be a false promise. */
export function priceNow({ coupon, priceFen, finalPriceFen }: Priced): number | null {
  return coupon === null || isUsable(coupon) ? finalPriceFen : priceFen;
}
