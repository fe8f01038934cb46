import type { StatementCache } from './statement-cache.ts';

/** Rows that go into one statement. Beginning and ending a statement costs as much as half a dozen index entries. */
const rowsPerStatement = 40;

interface Target {
  /** Values of one row. */
  width: number;
  /** The statement around `VALUES (?, …), …`. */
  sql(values: string): string;
}

/** Runs the statement for rows whose values stand one after the other, at most {@link rowsPerStatement} of them. */
function blockRunner(statements: StatementCache, { width, sql }: Target): (values: readonly unknown[]) => void {
  const row = `(${'?, '.repeat(width - 1)}?)`;
  const statementOf = (rows: number) => statements.prepare(sql(`VALUES ${`${row}, `.repeat(rows - 1)}${row}`));
  // Its text is thousands of characters long: to put it together and look it up for every block shows.
  let full: ReturnType<typeof statementOf> | null = null;
  return (values) => {
    const rows = values.length / width;
    const statement = rows === rowsPerStatement ? (full ??= statementOf(rows)) : statementOf(rows);
    statement.run(values);
  };
}

/** Hands over the rows of `fill` in their order, many with one statement. Call inside a transaction. */
export function runInBlocks(
  statements: StatementCache,
  target: Target,
  fill: (add: (values: readonly unknown[]) => void) => void,
): void {
  const run = blockRunner(statements, target);
  let pending: unknown[] = [];
  fill((values) => {
    for (const value of values) pending.push(value);
    if (pending.length < rowsPerStatement * target.width) return;
    run(pending);
    pending = [];
  });
  if (pending.length > 0) run(pending);
}

interface Columns {
  table: string;
  columns: readonly string[];
}

const inserting = ({ table, columns }: Columns): Target => ({
  width: columns.length,
  sql: (values) => `INSERT INTO ${table} (${columns.join(', ')}) ${values}`,
});

/** Inserts the rows that `fill` hands over, in their order. Call inside a transaction. */
export function insertMany(
  statements: StatementCache,
  into: Columns,
  fill: (insert: (values: readonly unknown[]) => void) => void,
): void {
  runInBlocks(statements, inserting(into), fill);
}

/** Inserts rows whose values stand one row after the other. Call inside a transaction. */
export function insertPacked(statements: StatementCache, into: Columns, values: readonly unknown[]): void {
  const target = inserting(into);
  const run = blockRunner(statements, target);
  const step = rowsPerStatement * target.width;
  for (let at = 0; at < values.length; at += step) run(values.slice(at, at + step));
}
