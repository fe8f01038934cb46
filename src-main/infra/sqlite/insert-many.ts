import type { Connection } from './open-database.ts';

/** Rows that go into one statement. Beginning and ending a statement costs as much as half a dozen index entries. */
const rowsPerStatement = 40;

interface Target {
  table: string;
  columns: readonly string[];
  /** `ON CONFLICT …`, where there is one. */
  upsert?: string;
}

/** Inserts the rows that `fill` hands over, in their order, many with one statement. Call inside a transaction. */
export function insertMany(
  db: Connection,
  { table, columns, upsert = '' }: Target,
  fill: (insert: (values: readonly unknown[]) => void) => void,
): void {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const statementFor = (rows: number) =>
    db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')} ${upsert}`,
    );
  // Only when it is needed: to prepare it takes as long as a few rows.
  let full: ReturnType<typeof statementFor> | null = null;
  let pending: unknown[] = [];
  fill((values) => {
    for (const value of values) pending.push(value);
    if (pending.length < rowsPerStatement * columns.length) return;
    full ??= statementFor(rowsPerStatement);
    full.run(pending);
    pending = [];
  });
  if (pending.length > 0) statementFor(pending.length / columns.length).run(pending);
}
