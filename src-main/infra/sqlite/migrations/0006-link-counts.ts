import type { Migration } from '../migrate.ts';

/** Everything the overview counts links by, so that no row of the table has to be read for it. */
export const linkCounts: Migration = {
  version: 6,
  name: 'link counts',
  up: (db) =>
    void db.exec(`
      DROP INDEX share_link_state;
      CREATE INDEX share_link_state ON share_link (kind, earns, owner, dead_from, product_id);
    `),
};
