import type { ImportedProduct } from '#domain/catalog/imported-row';

/** A row that says nothing but which product it is; tests fill in what matters to them. */
export function importedProduct(itemKey: string, said: Partial<ImportedProduct> = {}): ImportedProduct {
  return {
    market: 'taobao',
    itemId: itemKey,
    itemKey,
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
    ...said,
  };
}
