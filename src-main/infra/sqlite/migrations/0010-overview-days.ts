import type { Migration } from '../migrate.ts';

/** The numbers of the overview as they last were on each day it was looked at, to tell what is different since. */
export const overviewDays: Migration = {
  version: 10,
  name: 'overview days',
  up: (db) =>
    void db.exec('CREATE TABLE overview_day (day TEXT PRIMARY KEY, numbers_json TEXT NOT NULL) STRICT, WITHOUT ROWID'),
};
