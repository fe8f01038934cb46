import type { Migration } from '../migrate.ts';

/** Catalogs of earlier versions are indexed anew: letters and digits are found three by three since. */
const words = `
INSERT INTO product_fts (product_fts) VALUES ('delete-all');
INSERT INTO product_fts (rowid, words)
SELECT id, search_text(coalesce(title, '') || ' ' || coalesce(short_title, '') || ' ' || coalesce(shop, '') || ' ' || item_id)
FROM product;
`;

export const searchThrees: Migration = { version: 16, name: 'search-threes', up: (db) => void db.exec(words) };
