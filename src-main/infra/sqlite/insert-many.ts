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
  const statementOf = (rows: number) => statements.prepare(sql(`VALUES ${`${row}, `.repeat(rows - 1)}${row}`));
  // Its text is thousands of characters long: to put it together and look it up for every block shows.
  let full: ReturnType<typeof statementOf> | null = null;
  let pending: unknown[] = [];
  fill((values) => {
    for (const value of values) pending.push(value);
    if (pending.length < rowsPerStatement * width) return;
    full ??= statementOf(rowsPerStatement);
    full.run(pending);
    pending = [];
  });
  if (pending.length > 0) statementOf(pending.length / width).run(pending);
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
