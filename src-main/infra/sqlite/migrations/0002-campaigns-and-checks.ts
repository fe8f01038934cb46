import type { Migration } from '../migrate.ts';

const checks = `
CREATE TABLE check_run (
  id INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL,
  scope_json TEXT NOT NULL,
  state TEXT NOT NULL,
  total INTEGER NOT NULL DEFAULT 0,
  checked INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  started_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

-- append-only: what was asked, what came back, when
CREATE TABLE link_check (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES check_run ON DELETE SET NULL,
  link_id INTEGER NOT NULL REFERENCES share_link ON DELETE CASCADE,
  probe TEXT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence_json TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  checked_at TEXT NOT NULL
) STRICT;
CREATE INDEX link_check_link ON link_check (link_id, checked_at);

-- where a link's own evidence says something else than policy by kind; kept in step by whoever stores evidence
CREATE TABLE link_override (
  link_id INTEGER NOT NULL REFERENCES share_link ON DELETE CASCADE,
  surface TEXT NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (link_id, surface)
) STRICT, WITHOUT ROWID;

CREATE TABLE device_record (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  host TEXT,
  link_value TEXT NOT NULL,
  surface TEXT NOT NULL,
  outcome TEXT NOT NULL,
  device TEXT NOT NULL,
  wechat_version TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX device_record_kind ON device_record (kind, surface, recorded_at);

-- what the rules say about a product's title or 推荐语, or about a link's landing page
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  product_id INTEGER REFERENCES product ON DELETE CASCADE,
  link_id INTEGER REFERENCES share_link ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('title', 'recommend', 'landing')),
  rule TEXT NOT NULL,
  category TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('block', 'warn')),
  finding_json TEXT NOT NULL,
  found_at TEXT NOT NULL,
  -- findings of older texts or packs are kept, but no longer count
  superseded_at TEXT
) STRICT;
CREATE INDEX finding_product ON finding (product_id) WHERE superseded_at IS NULL;
CREATE INDEX finding_open ON finding (severity, category, product_id) WHERE superseded_at IS NULL;

-- which state of a product was scanned, by which rules
CREATE TABLE product_scan (
  product_id INTEGER PRIMARY KEY REFERENCES product ON DELETE CASCADE,
  batch_id INTEGER NOT NULL,
  rules TEXT NOT NULL
) STRICT;
`;

const campaigns = `
CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  scheduled_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  archived_at TEXT
) STRICT;

CREATE TABLE campaign_surface (
  campaign_id INTEGER NOT NULL REFERENCES campaign ON DELETE CASCADE,
  surface TEXT NOT NULL,
  template_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, surface)
) STRICT, WITHOUT ROWID;

-- products are named by market and key, not by row id: undoing and repeating an import must not lose a campaign's items
CREATE TABLE campaign_item (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign ON DELETE CASCADE,
  market TEXT NOT NULL,
  item_key TEXT NOT NULL,
  title_when_added TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (campaign_id, item_key, market)
) STRICT;
CREATE INDEX campaign_item_product ON campaign_item (item_key, market);

-- what the user decided for one item on one surface; no row means "as the template and the chooser say"
CREATE TABLE campaign_copy (
  item_id INTEGER NOT NULL REFERENCES campaign_item ON DELETE CASCADE,
  surface TEXT NOT NULL,
  text TEXT,
  link_hash INTEGER,
  override_reason TEXT,
  exported_at TEXT,
  posted_at TEXT,
  PRIMARY KEY (item_id, surface)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy_template (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  surface TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE export_pack (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER REFERENCES campaign ON DELETE SET NULL,
  campaign_name TEXT NOT NULL,
  surface TEXT NOT NULL,
  out_path TEXT NOT NULL,
  container TEXT NOT NULL,
  items INTEGER NOT NULL,
  exported INTEGER NOT NULL,
  refused_json TEXT NOT NULL,
  override_reason TEXT,
  manifest_sha256 TEXT NOT NULL,
  manifest_json TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
`;

const housekeeping = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_pack (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('openability', 'compliance')),
  pack_json TEXT NOT NULL,
  active INTEGER NOT NULL,
  loaded_at TEXT NOT NULL
) STRICT;

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  phase TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL,
  params_json TEXT NOT NULL,
  result_json TEXT,
  error_json TEXT,
  created_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;
CREATE INDEX job_state ON job (state, created_at);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail_json TEXT NOT NULL
) STRICT;

-- bumped by every change of the catalog; pages and caches are valid for one revision
CREATE TABLE revision (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO revision (name, value) VALUES ('catalog', 0);
`;

export const campaignsAndChecks: Migration = {
  version: 2,
  name: 'campaigns and checks',
  up: (db) => void db.exec(checks + campaigns + housekeeping),
};
