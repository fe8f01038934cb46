import { expect, test } from 'vitest';
import type { PackedRows } from '#app/ports/import-store';
import type { ImportedProduct } from '#domain/catalog/imported-row';
import { productColumns } from '../product-columns.ts';
import { packedColumns, packRow } from './packed-rows.ts';

test('every value stands in the column of its field', () => {
  const product = Object.fromEntries(productColumns.map(({ field }) => [field, `value of ${field}`]));
  const into: PackedRows = { rows: 0, values: [] };
  packRow(into, 7, {
    line: 12,
    product: { ...product, market: 'jd', itemKey: 'key' } as unknown as ImportedProduct,
    links: [{ field: 'token', value: '￥abc￥' }],
    extra: { 备注: '无' },
  });
  expect(into.rows).toBe(1);
  expect(Object.fromEntries(packedColumns.map((column, at) => [column, into.values[at]]))).toEqual({
    batch_id: 7,
    line: 12,
    market: 'jd',
    item_key: 'key',
    ...Object.fromEntries(productColumns.map(({ field, column }) => [column, `value of ${field}`])),
    links_json: '[{"field":"token","value":"￥abc￥"}]',
    extra_json: '{"备注":"无"}',
  });
});
