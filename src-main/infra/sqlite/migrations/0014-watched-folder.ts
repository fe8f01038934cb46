import type { Migration } from '../migrate.ts';

const tables = `
CREATE TABLE watched_folder (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  path TEXT NOT NULL
) STRICT;

CREATE TABLE watched_file (
  name TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  modified_ms REAL NOT NULL,
  -- null while it was never read: it was there before the folder was watched
  sha256 TEXT,
  state TEXT NOT NULL CHECK (state IN ('old', 'new', 'ignored'))
) STRICT, WITHOUT ROWID;
`;

/** The folder whose new files are offered for import, and what is known of the files in it. */
export const watchedFolder: Migration = { version: 14, name: 'watched-folder', up: (db) => void db.exec(tables) };
