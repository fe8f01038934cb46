import type { Migration } from '../migrate.ts';

/** Numbers that take a pass over the whole catalog, valid as long as `key` says what they were made from. */
export const summary: Migration = {
  version: 8,
  name: 'summary',
  up: (db) =>
    void db.exec(
      'CREATE TABLE summary (name TEXT PRIMARY KEY, key TEXT NOT NULL, value_json TEXT NOT NULL) STRICT, WITHOUT ROWID',
    ),
};
