import type { Migration } from '../migrate.ts';

/**
 * Evidence hangs on the link's canonical form instead of its row: it outlives undoing and repeating an import, and a link
 * that several products share is asked about once. Nothing had written to the tables this replaces.
 */
const tables = `
DROP TABLE link_check;
DROP TABLE link_override;
DROP TABLE check_run;
DROP TABLE device_record;

CREATE INDEX share_link_hash ON share_link (link_hash);
-- without it, every link an undone import takes away would mean reading all findings
CREATE INDEX finding_link ON finding (link_id) WHERE link_id IS NOT NULL;

CREATE TABLE check_run (
  id INTEGER PRIMARY KEY,
  -- the job at work on it, or the last one that was; its state is the run's
  job_id TEXT NOT NULL,
  scope_json TEXT NOT NULL,
  surface TEXT NOT NULL,
  -- null: as the settings say
  proxy_json TEXT,
  -- null until the links are known
  total INTEGER,
  checked INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  -- how often it was taken up again by itself since it last got on
  restarts INTEGER NOT NULL DEFAULT 0,
  started_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

CREATE TABLE check_task (
  run_id INTEGER NOT NULL REFERENCES check_run ON DELETE CASCADE,
  position INTEGER NOT NULL,
  link_hash INTEGER NOT NULL,
  link_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  priority INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'checked', 'skipped')),
  was TEXT NOT NULL,
  outcome TEXT,
  skip_reason TEXT,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX check_task_state ON check_task (run_id, state, outcome);

-- append-only: what was asked, what came back, when
CREATE TABLE link_check (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES check_run ON DELETE SET NULL,
  link_hash INTEGER NOT NULL,
  probe TEXT NOT NULL,
  url TEXT NOT NULL,
  reason TEXT NOT NULL,
  outcome TEXT,
  scope TEXT NOT NULL CHECK (scope IN ('article-jump', 'every-surface')),
  skipped INTEGER NOT NULL,
  params_json TEXT NOT NULL,
  signals_json TEXT NOT NULL,
  -- hops, headers, words; of answers in a row that say the same only the newest keeps them
  evidence_json TEXT,
  pack_version TEXT NOT NULL,
  checked_at TEXT NOT NULL
) STRICT;
CREATE INDEX link_check_link ON link_check (link_hash, probe, checked_at);
-- links whose evidence may say something else than policy
CREATE INDEX link_check_telling ON link_check (link_hash) WHERE skipped = 0 AND outcome IS NOT NULL;

-- what following a link showed
CREATE TABLE link_target (
  link_hash INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  kind TEXT NOT NULL,
  item_id TEXT,
  pid TEXT,
  relation_id TEXT,
  affiliate INTEGER NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE device_record (
  id INTEGER PRIMARY KEY,
  link_hash INTEGER NOT NULL,
  kind TEXT NOT NULL,
  host TEXT,
  value TEXT NOT NULL,
  surface TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reach TEXT NOT NULL CHECK (reach IN ('link', 'host', 'kind')),
  device TEXT NOT NULL,
  wechat_version TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX device_record_link ON device_record (link_hash);

-- like the catalog's: bumped when device records change, so that every connection knows its verdict tables are old
INSERT INTO revision (name, value) VALUES ('devices', 0);
`;

export const evidenceByLink: Migration = {
  version: 9,
  name: 'evidence by link',
  up: (db) => void db.exec(tables),
};
