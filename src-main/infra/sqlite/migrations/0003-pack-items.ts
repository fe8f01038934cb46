import type { Migration } from '../migrate.ts';

const packItems = `
-- \`opened\`: written by another installation and opened here
ALTER TABLE export_pack ADD COLUMN origin TEXT NOT NULL DEFAULT 'exported' CHECK (origin IN ('exported', 'opened'));
ALTER TABLE export_pack ADD COLUMN pack_key TEXT NOT NULL DEFAULT '';
ALTER TABLE export_pack ADD COLUMN overridden_json TEXT NOT NULL DEFAULT '[]';
-- kept item by item instead
ALTER TABLE export_pack DROP COLUMN override_reason;
CREATE INDEX export_pack_manifest ON export_pack (manifest_sha256);

-- what a pack says of each item, so that it can be posted, ticked and judged again without the file
CREATE TABLE pack_item (
  pack_id INTEGER NOT NULL REFERENCES export_pack ON DELETE CASCADE,
  number INTEGER NOT NULL,
  market TEXT NOT NULL,
  item_key TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  link_kind TEXT,
  link_value TEXT,
  outcome TEXT,
  price_fen INTEGER,
  final_price_fen INTEGER,
  coupon_ends_on TEXT,
  override_reason TEXT,
  pictures_json TEXT NOT NULL,
  posted_at TEXT,
  posted_from TEXT CHECK (posted_from IN ('app', 'phone', 'page')),
  PRIMARY KEY (pack_id, number)
) STRICT;
`;

export const packItemsOnTheirOwn: Migration = {
  version: 3,
  name: 'pack items',
  up: (db) => void db.exec(packItems),
};
