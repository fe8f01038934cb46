import { mergedValue, productColumnNames, productColumns } from '../product-columns.ts';

/** The columns that rows bring to products. */
export const columnList = productColumnNames.join(', ');
const changed = productColumns.map((each) => `(${mergedValue(each)}) IS NOT product.${each.column}`).join(' OR ');
/** What becomes of a product that a newer row names. */
export const onConflict = `
  ON CONFLICT (item_key, market) DO UPDATE SET
    ${productColumns.map((each) => `${each.column} = ${mergedValue(each)}`).join(', ')},
    last_batch_id = CASE WHEN ${changed} THEN excluded.last_batch_id ELSE product.last_batch_id END,
    data_date = max(product.data_date, excluded.data_date)
  WHERE ${changed}`;

/** Batches that count, newest last, whose rows are those of `r.batch_id`; a re-import shares the rows of its first reading. */
export const contributions = `import_row r JOIN import_batch b ON coalesce(b.rows_of_batch, b.id) = r.batch_id AND b.state = 'merged'`;

/** A row that only brings links, as pasting does, makes nothing else about the product newer. */
export const saysMore = (row: string): string =>
  `coalesce(${row}.title, ${row}.price_fen, ${row}.stated_final_price_fen, ${row}.coupon_state, ${row}.commission_rate_bp, ${row}.commission_fen, ${row}.monthly_sales) IS NOT NULL`;
