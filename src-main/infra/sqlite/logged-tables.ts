import type { Connection } from './open-database.ts';

export type Cell = string | number | null;

/** A row as its columns stand, in the order of {@link LoggedTable.columns}; null where there is none. */
export type LoggedRow = readonly Cell[] | null;

/** A table whose changes are logged, with the columns that are. */
export interface LoggedTable {
  name: string;
  /** How many of the first columns identify a row. */
  keyLength: number;
  columns: readonly string[];
  /** What no row means; such a row is never missing, only empty. */
  absent?: readonly Cell[];
  /** Columns that are not logged but need a value when a row comes back: column → the logged one it takes it from. */
  onReturn?: Readonly<Record<string, string>>;
}

export interface LoggedChange {
  table: string;
  before: LoggedRow;
  after: LoggedRow;
}

/**
 * Parents before children. Not logged: `updated_at` and `revision`, which say that something changed and not what.
 */
export const loggedTables: readonly LoggedTable[] = [
  {
    name: 'campaign',
    keyLength: 1,
    columns: ['id', 'name', 'scheduled_on', 'note', 'created_at', 'archived_at'],
    onReturn: { updated_at: 'created_at' },
  },
  { name: 'campaign_surface', keyLength: 2, columns: ['campaign_id', 'surface', 'template_id', 'position'] },
  {
    name: 'campaign_item',
    keyLength: 1,
    columns: ['id', 'campaign_id', 'market', 'item_key', 'title_when_added', 'position'],
  },
  {
    name: 'campaign_copy',
    keyLength: 2,
    columns: ['item_id', 'surface', 'text', 'link_hash', 'override_reason', 'exported_at', 'posted_at', 'left_out'],
    absent: [null, null, null, null, null, 0],
  },
  { name: 'inbox_snooze', keyLength: 4, columns: ['campaign_id', 'surface', 'market', 'item_key', 'until'] },
];

const cells = (row: 'old' | 'new', columns: readonly string[]): string =>
  `json_array(${columns.map((column) => `${row}.${column}`).join(', ')})`;

function triggers({ name, columns, keyLength }: LoggedTable): string {
  const log = (before: string, after: string): string =>
    `BEGIN INSERT INTO row_log (name, before, after) VALUES ('${name}', ${before}, ${after}); END;`;
  return `
    CREATE TEMP TRIGGER IF NOT EXISTS ${name}_log_insert AFTER INSERT ON main.${name} ${log('NULL', cells('new', columns))}
    CREATE TEMP TRIGGER IF NOT EXISTS ${name}_log_update AFTER UPDATE OF ${columns.slice(keyLength).join(', ')} ON main.${name}
      ${log(cells('old', columns), cells('new', columns))}
    CREATE TEMP TRIGGER IF NOT EXISTS ${name}_log_delete AFTER DELETE ON main.${name} ${log(cells('old', columns), 'NULL')}`;
}

/** Logs every row that this connection changes in {@link loggedTables}, whatever statement or cascade changes it. */
export function logRows(db: Connection): void {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS row_log (seq INTEGER PRIMARY KEY, name TEXT NOT NULL, before TEXT, after TEXT);
    ${loggedTables.map(triggers).join('')}`);
}

export function forgetLog(db: Connection): void {
  db.exec('DELETE FROM temp.row_log');
}

/** What was logged since it was last forgotten: each row once, with its first and its last state. */
export function readLog(db: Connection): LoggedChange[] {
  const rows = db
    .prepare<[], { name: string; before: string | null; after: string | null }>(
      'SELECT name, before, after FROM temp.row_log ORDER BY seq',
    )
    .all();
  const read = (text: string | null): LoggedRow => (text === null ? null : (JSON.parse(text) as Cell[]));
  return mergeChanges(
    rows.map(({ name, before, after }) => ({ table: name, before: read(before), after: read(after) })),
  );
}

/** Changes that follow each other as one: each row with its first and its last state; what ends as it began is gone. */
export function mergeChanges(changes: readonly LoggedChange[]): LoggedChange[] {
  const byRow = new Map<string, LoggedChange>();
  for (const { table: name, before, after } of changes) {
    const table = loggedTable(name);
    const key = (after ?? before ?? []).slice(0, table.keyLength);
    const id = JSON.stringify([name, ...key]);
    const first = byRow.get(id)?.before;
    const empty = emptyRow(table, key);
    byRow.set(id, {
      table: name,
      before: first === undefined ? (before ?? empty) : first,
      after: after ?? empty,
    });
  }
  return [...byRow.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** What a missing row means: an empty one, or really none. */
export const emptyRow = ({ absent }: LoggedTable, key: readonly Cell[]): LoggedRow =>
  absent ? [...key, ...absent] : null;

function loggedTable(name: string): LoggedTable {
  const table = loggedTables.find((each) => each.name === name);
  if (!table) throw new Error(`no logged table ${name}`);
  return table;
}
