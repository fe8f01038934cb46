import type { StatementCache } from './statement-cache.ts';

/** Rows that go into one statement. Beginning and ending a statement costs as much as half a dozen index entries. */
const rowsPerStatement = 40;

interface Target {
  /** Values of one row. */
  width: number;
  /** The statement around `VALUES (?, …), …`. */
  sql(values: string): string;
}

/** Hands over the rows of `fill` in their order, many with one statement. Call inside a transaction. */
export function runInBlocks(
  statements: StatementCache,
  { width, sql }: Target,
  fill: (add: (values: readonly unknown[]) => void) => void,
): void {
  const row = `(${'?, '.repeat(width - 1)}?)`;
  const run = (rows: number, values: unknown[]): void => {
    statements.prepare(sql(`VALUES ${`${row}, `.repeat(rows - 1)}${row}`)).run(values);
  };
  let pending: unknown[] = [];
  fill((values) => {
    for (const value of values) pending.push(value);
    if (pending.length < rowsPerStatement * width) return;
    run(rowsPerStatement, pending);
    pending = [];
  });
  if (pending.length > 0) run(pending.length / width, pending);
}

/** Inserts the rows that `fill` hands over, in their order. Call inside a transaction. */
export function insertMany(
  statements: StatementCache,
  { table, columns }: { table: string; columns: readonly string[] },
  fill: (insert: (values: readonly unknown[]) => void) => void,
): void {
  const sql = (values: string): string => `INSERT INTO ${table} (${columns.join(', ')}) ${values}`;
  runInBlocks(statements, { width: columns.length, sql }, fill);
}
