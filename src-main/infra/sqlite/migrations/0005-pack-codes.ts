import type { Migration } from '../migrate.ts';

export const packCodes: Migration = {
  version: 5,
  name: 'pack codes',
  up: (db) =>
    void db.exec(
      'ALTER TABLE pack_item ADD COLUMN qr_url TEXT; CREATE INDEX export_pack_key ON export_pack (pack_key);',
    ),
};
