/** Staged rows of one batch, by their ids. */
export interface RowRange {
  rowsOf: number;
  from: number;
  to: number;
}

/** Rows that name a product of their own, in an empty catalog or in one that may know it, and those that name it repeatedly. */
export type Rows = 'all new' | 'once' | 'repeated';

/** SQL over alias `r` for all rows of a {@link RowRange}. */
export const ofRange = 'r.batch_id = @rowsOf AND r.id BETWEEN @from AND @to';
const repeated = 'EXISTS (SELECT 1 FROM temp.duplicate d WHERE d.item_key = r.item_key AND d.market = r.market)';
/** SQL over alias `r` for those rows of a {@link RowRange}; `temp.duplicate` holds what the batch names repeatedly. */
export const rowsThat: Record<Rows, string> = {
  'all new': `${ofRange} AND NOT ${repeated}`,
  once: `${ofRange} AND NOT ${repeated}`,
  repeated: `${ofRange} AND ${repeated}`,
};
/** Staged rows `r` with the products `p` they name. */
export const matched = 'import_row r JOIN product p ON p.item_key = r.item_key AND p.market = r.market';

/** A range in parts of at most `size` rows, in their order. */
export function* parts({ rowsOf, from, to }: RowRange, size: number): Generator<RowRange> {
  for (let at = from; at <= to; at += size) yield { rowsOf, from: at, to: Math.min(at + size - 1, to) };
}

/** Rows whose links are added between two chances for others to run. */
export const rowsPerTurn = 250;

export const turnsOf = (range: RowRange): Generator<RowRange> => parts(range, rowsPerTurn);
