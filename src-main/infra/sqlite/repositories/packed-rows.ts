import type { PackRow } from '#app/ports/import-store';
import { productColumnNames, productColumns } from '../product-columns.ts';

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

export const packRow: PackRow = (into, batchId, { line, product, links, extra }) => {
  into.rows += 1;
  into.values.push(batchId, line, product.market, product.itemKey);
  for (const { field } of productColumns) into.values.push(product[field]);
  into.values.push(JSON.stringify(links), Object.keys(extra).length > 0 ? JSON.stringify(extra) : null);
};
