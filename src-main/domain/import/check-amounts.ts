import type { ImportedProduct } from '../catalog/imported-row.ts';
import type { RowContext } from './row-context.ts';
import { yuanText } from './yuan-text.ts';

/** Sources round the price after the coupon to 0.1 元. */
const finalPriceToleranceFen = 10;
/** Rates carry two decimals, so an amount made from one is off by up to half a unit of the last. */
const commissionTolerance = { fen: 2, share: 0.01 };

/** Price minus coupon in 分 when the coupon works on a single piece. */
function afterCoupon(product: ImportedProduct): number | null {
  const { priceFen, couponFaceFen, couponThresholdFen } = product;
  if (priceFen === null) return null;
  if (couponFaceFen === null || priceFen < (couponThresholdFen ?? 0)) return priceFen;
  return priceFen - couponFaceFen;
}

function checkCoupon(context: RowContext, product: ImportedProduct): void {
  const { priceFen, couponFaceFen, couponThresholdFen } = product;
  if (couponFaceFen === null) return;
  if (couponThresholdFen !== null && couponThresholdFen > 0 && couponFaceFen > couponThresholdFen) {
    context.report('coupon-over-threshold', 'note', 'couponFace', {
      face: yuanText(couponFaceFen),
      threshold: yuanText(couponThresholdFen),
    });
  }
  if (priceFen === null || couponFaceFen < priceFen) return;
  context.report('coupon-over-price', 'note', 'couponFace', {
    face: yuanText(couponFaceFen),
    price: yuanText(priceFen),
  });
}

function checkFinalPrice(context: RowContext, product: ImportedProduct, expected: number): void {
  const stated = product.statedFinalPriceFen;
  if (stated === null) return;
  // Without a coupon that can be read there is nothing to compare with; discounts of other kinds only ever lower the price.
  const far =
    product.couponFaceFen === null
      ? stated > expected + finalPriceToleranceFen
      : Math.abs(stated - expected) > finalPriceToleranceFen;
  if (!far) return;
  context.report('final-price-mismatch', 'note', 'finalPrice', {
    stated: yuanText(stated),
    expected: yuanText(expected),
  });
}

function checkCommission(context: RowContext, product: ImportedProduct, final: number): void {
  const { commissionFen, commissionRateBp, priceFen, statedFinalPriceFen } = product;
  if (commissionFen === null || commissionRateBp === null || priceFen === null) return;
  // Whether the rate applies before or after the coupon differs by source; either is consistent.
  const near = [priceFen, final, statedFinalPriceFen].some((base) => {
    if (base === null) return false;
    const expected = (base * commissionRateBp) / 10_000;
    return (
      Math.abs(commissionFen - expected) <= Math.max(commissionTolerance.fen, expected * commissionTolerance.share)
    );
  });
  if (near) return;
  const field = context.plan.columnOf.commission < 0 ? 'activityCommission' : 'commission';
  context.report('commission-mismatch', 'note', field, {
    stated: yuanText(commissionFen),
    expected: yuanText(Math.round((priceFen * commissionRateBp) / 10_000)),
  });
}

/** Remarks about amounts of one row that contradict each other. Nothing is changed: the file's values stand. */
export function checkAmounts(context: RowContext, product: ImportedProduct): void {
  checkCoupon(context, product);
  const expected = afterCoupon(product);
  if (expected === null) return;
  checkFinalPrice(context, product, expected);
  checkCommission(context, product, expected);
}
