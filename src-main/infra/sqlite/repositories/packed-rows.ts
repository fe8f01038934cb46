import type { PackRow } from '#app/ports/import-store';
import { productColumnNames } from '../product-columns.ts';

/** The columns of `import_row` in which the values of a packed row stand. */
export const packedColumns = [
  'batch_id',
  'line',
  'market',
  'item_key',
  ...productColumnNames,
  'links_json',
  'extra_json',
];

/** Values are named one by one: to look up each of 25 in a loop costs as much as to read the row's cells. */
export const packRow: PackRow = (into, batchId, { line, product, links, extra }) => {
  into.rows += 1;
  into.values.push(
    batchId,
    line,
    product.market,
    product.itemKey,
    product.itemId,
    product.platform,
    product.title,
    product.shortTitle,
    product.imageUrl,
    product.detailUrl,
    product.category,
    product.shop,
    product.seller,
    product.brand,
    product.priceFen,
    product.statedFinalPriceFen,
    product.couponState,
    product.couponText,
    product.couponFaceFen,
    product.couponThresholdFen,
    product.couponStartsOn,
    product.couponEndsOn,
    product.couponLeft,
    product.couponTotal,
    product.couponActivityId,
    product.commissionRateBp,
    product.commissionFen,
    product.monthlySales,
    product.recommendText,
    JSON.stringify(links),
    Object.keys(extra).length > 0 ? JSON.stringify(extra) : null,
  );
};
