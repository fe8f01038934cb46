import { AppError } from '#contract/errors';
import type { Connection } from './open-database.ts';
import { type Cell, emptyRow, type LoggedChange, type LoggedTable, loggedTables } from './logged-tables.ts';

/**
 * Puts rows back as they were before a change, column by column: what the change did not touch stays as it is now.
 * @throws AppError `CONFLICT` when something it touched is not as the change left it; the caller's transaction rolls back
 */
export function revertRows(db: Connection, changes: readonly LoggedChange[]): void {
  for (const table of loggedTables) {
    for (const change of changes) if (change.table === table.name && change.before) restore(db, table, change);
  }
  for (const table of loggedTables.toReversed()) {
    for (const change of changes) {
      if (change.table === table.name && !change.before && change.after) remove(db, table, change.after);
    }
  }
}

const where = ({ columns, keyLength }: LoggedTable): string =>
  columns
    .slice(0, keyLength)
    .map((column) => `${column} = ?`)
    .join(' AND ');

function restore(db: Connection, table: LoggedTable, { before, after }: LoggedChange): void {
  if (!before) return;
  const key = before.slice(0, table.keyLength);
  const current = db
    .prepare<unknown[], Cell[]>(`SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE ${where(table)}`)
    .raw()
    .get(...key);
  if (!after) {
    if (current) throw changedSince(table.name);
    insert(db, table, before);
    return;
  }
  const now = current ?? emptyRow(table, key);
  if (!now) throw changedSince(table.name);
  const touched = table.columns.map((_, index) => index).filter((index) => before[index] !== after[index]);
  if (touched.some((index) => now[index] !== after[index])) throw changedSince(table.name);
  if (!current) {
    insert(db, table, before);
    return;
  }
  const set = touched.map((index) => `${table.columns[index]} = ?`).join(', ');
  db.prepare(`UPDATE ${table.name} SET ${set} WHERE ${where(table)}`).run(
    ...touched.map((index) => before[index]),
    ...key,
  );
}

function insert(db: Connection, { name, columns, onReturn = {} }: LoggedTable, row: readonly Cell[]): void {
  const extra = Object.entries(onReturn);
  const all = [...columns, ...extra.map(([column]) => column)];
  const values = [...row, ...extra.map(([, source]) => row[columns.indexOf(source)] ?? null)];
  // A parent that is gone or a place that is taken by now.
  const { changes } = db
    .prepare(`INSERT OR IGNORE INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`)
    .run(...values);
  if (changes === 0) throw changedSince(name);
}

function remove(db: Connection, table: LoggedTable, after: readonly Cell[]): void {
  db.prepare(`DELETE FROM ${table.name} WHERE ${where(table)}`).run(...after.slice(0, table.keyLength));
}

function changedSince(table: string): AppError {
  return new AppError('CONFLICT', `rows of ${table} have changed`, { params: { reason: 'changed-since' } });
}
