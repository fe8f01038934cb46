import type { ImportedProduct } from './imported-row.ts';

/** A product of which nothing is said but what it is; for rows that only add something to it. */
export const unsaidProduct: Omit<ImportedProduct, 'market' | 'itemId' | 'itemKey'> = {
  platform: null,
  title: null,
  shortTitle: null,
  imageUrl: null,
  detailUrl: null,
  category: null,
  shop: null,
  seller: null,
  brand: null,
  priceFen: null,
  statedFinalPriceFen: null,
  couponState: null,
  couponText: null,
  couponFaceFen: null,
  couponThresholdFen: null,
  couponStartsOn: null,
  couponEndsOn: null,
  couponLeft: null,
  couponTotal: null,
  couponActivityId: null,
  commissionRateBp: null,
  commissionFen: null,
  monthlySales: null,
  recommendText: null,
};
