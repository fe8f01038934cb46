import type { Migration } from '../migrate.ts';

/** Everything that says what a campaign holds and what was decided in it moves the campaign's revision, whoever writes. */
function touching(table: string, campaign: (row: string) => string): string {
  return (['insert', 'update', 'delete'] as const)
    .map((event) => {
      const row = event === 'delete' ? 'old' : 'new';
      return `CREATE TRIGGER ${table}_${event} AFTER ${event} ON ${table} BEGIN
        UPDATE campaign SET revision = revision + 1 WHERE id = ${campaign(row)}; END;`;
    })
    .join('\n');
}

const campaignWork = `
ALTER TABLE campaign ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
-- 1: not posted on this surface, though the campaign holds the product
ALTER TABLE campaign_copy ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1));
CREATE INDEX campaign_item_order ON campaign_item (campaign_id, position, id);

${touching('campaign_surface', (row) => `${row}.campaign_id`)}
${touching('campaign_item', (row) => `${row}.campaign_id`)}
${touching('campaign_copy', (row) => `(SELECT i.campaign_id FROM campaign_item i WHERE i.id = ${row}.item_id)`)}

-- ids that were used are not given out again, so that a deleted row can come back under its own
CREATE TABLE row_sequence (
  name TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO row_sequence (name, last) SELECT 'campaign', coalesce(max(id), 0) FROM campaign;
INSERT INTO row_sequence (name, last) SELECT 'campaign_item', coalesce(max(id), 0) FROM campaign_item;

-- what is put off until a day; campaign_id 0 and surface '' stand for the product's own texts
CREATE TABLE inbox_snooze (
  campaign_id INTEGER NOT NULL,
  surface TEXT NOT NULL,
  market TEXT NOT NULL,
  item_key TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (campaign_id, surface, market, item_key)
) STRICT, WITHOUT ROWID;

-- the newest changes of campaigns, each with the rows before and after, so that any of them can be taken back
CREATE TABLE campaign_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  params_json TEXT NOT NULL,
  rows_json TEXT NOT NULL,
  -- changes with the same key that follow each other closely count as one
  merge_key TEXT,
  undoes INTEGER,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX campaign_change_campaign ON campaign_change (campaign_id, id);

-- where every item of a campaign stands on a surface; valid while \`key\` is what it was made from
CREATE TABLE campaign_check (
  campaign_id INTEGER NOT NULL REFERENCES campaign ON DELETE CASCADE,
  surface TEXT NOT NULL,
  key TEXT NOT NULL,
  results_json TEXT NOT NULL,
  -- findings by text, kept for the next time while the rules are the same
  lint_key TEXT NOT NULL,
  lints_json TEXT NOT NULL,
  PRIMARY KEY (campaign_id, surface)
) STRICT, WITHOUT ROWID;

-- changes of campaigns count apart: what is worked out from the catalog stays valid through them
INSERT INTO revision (name, value) VALUES ('campaigns', 0);
`;

export const campaignWorkMigration: Migration = {
  version: 7,
  name: 'campaign changes, checks and snoozes',
  up: (db) => void db.exec(campaignWork),
};
