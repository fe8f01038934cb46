import type { Migration } from '../migrate.ts';

/** What a row of a file can say about a product; the same columns in the batch's own rows and in the merged product. */
const productColumns = `
  item_id TEXT NOT NULL,
  platform TEXT,
  title TEXT,
  short_title TEXT,
  image_url TEXT,
  detail_url TEXT,
  category TEXT,
  shop TEXT,
  seller TEXT,
  brand TEXT,
  price_fen INTEGER,
  stated_final_price_fen INTEGER,
  coupon_state TEXT,
  coupon_text TEXT,
  coupon_face_fen INTEGER,
  coupon_threshold_fen INTEGER,
  coupon_starts_on TEXT,
  coupon_ends_on TEXT,
  coupon_left INTEGER,
  coupon_total INTEGER,
  coupon_activity_id TEXT,
  commission_rate_bp INTEGER,
  commission_fen INTEGER,
  monthly_sales INTEGER,
  recommend_text TEXT`;

const tables = `
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  job_id TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('file', 'paste', 'top', 'demo')),
  file_name TEXT NOT NULL,
  file_sha256 TEXT,
  file_bytes INTEGER NOT NULL,
  plan_json TEXT NOT NULL,
  container TEXT NOT NULL,
  encoding TEXT,
  layout TEXT,
  header_row INTEGER,
  headers_json TEXT NOT NULL,
  -- how new the data is (YYYY-MM-DD): from the file name, else the day of import; with id, the order of merging
  data_date TEXT NOT NULL,
  -- a re-import of identical bytes shares the rows of the batch that read them
  rows_of_batch INTEGER,
  state TEXT NOT NULL CHECK (state IN ('staging', 'merged', 'undone', 'cancelled', 'failed')),
  rows INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  error_json TEXT,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  undone_at TEXT
) STRICT;
CREATE INDEX import_batch_sha ON import_batch (file_sha256);

CREATE TABLE import_row (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  market TEXT NOT NULL,
  item_key TEXT NOT NULL,${productColumns},
  links_json TEXT NOT NULL,
  extra_json TEXT
) STRICT;
CREATE INDEX import_row_batch ON import_row (batch_id);
CREATE INDEX import_row_product ON import_row (item_key, market);

CREATE TABLE import_issue (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batch ON DELETE CASCADE,
  line INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  code TEXT NOT NULL,
  effect TEXT NOT NULL,
  value TEXT NOT NULL,
  params_json TEXT
) STRICT;
CREATE INDEX import_issue_batch ON import_issue (batch_id, code, line);

-- the cells of rejected rows, so that they can be handed back for repair
CREATE TABLE import_reject (
  batch_id INTEGER NOT NULL REFERENCES import_batch ON DELETE CASCADE,
  line INTEGER NOT NULL,
  cells_json TEXT NOT NULL,
  PRIMARY KEY (batch_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE column_mapping (
  header_signature TEXT PRIMARY KEY,
  headers_json TEXT NOT NULL,
  mapping_json TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE product (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  market TEXT NOT NULL,
  item_key TEXT NOT NULL,${productColumns},
  final_price_fen INTEGER GENERATED ALWAYS AS (
    coalesce(
      stated_final_price_fen,
      CASE WHEN coupon_face_fen IS NOT NULL AND price_fen >= coalesce(coupon_threshold_fen, 0) AND price_fen > coupon_face_fen
        THEN price_fen - coupon_face_fen ELSE price_fen END)
  ) STORED,
  -- what one sale pays: as the file says, else rate × final price (hundredths of a percent of 分)
  commission_amount_fen INTEGER GENERATED ALWAYS AS (
    coalesce(commission_fen, (final_price_fen * commission_rate_bp + 5000) / 10000)
  ) STORED,
  first_batch_id INTEGER NOT NULL,
  last_batch_id INTEGER NOT NULL,
  data_date TEXT NOT NULL,
  UNIQUE (item_key, market)
) STRICT;
CREATE INDEX product_price ON product (final_price_fen);
CREATE INDEX product_commission ON product (commission_amount_fen);
CREATE INDEX product_rate ON product (commission_rate_bp);
CREATE INDEX product_sales ON product (monthly_sales);
CREATE INDEX product_coupon_end ON product (coupon_ends_on) WHERE coupon_ends_on IS NOT NULL;
CREATE INDEX product_shop ON product (shop);
CREATE INDEX product_category ON product (category);
CREATE INDEX product_last_batch ON product (last_batch_id);

CREATE VIRTUAL TABLE product_fts USING fts5 (
  words, content='', contentless_delete=1, tokenize='unicode61', detail='full'
);

CREATE TABLE share_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER REFERENCES product ON DELETE CASCADE,
  -- hash of the canonical form; unique within one product, where a collision is out of the question
  link_hash INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  canonical TEXT,
  host TEXT,
  item_id TEXT,
  pid TEXT,
  relation_id TEXT,
  origin TEXT NOT NULL,
  inner_kind TEXT,
  earns TEXT NOT NULL CHECK (earns IN ('yes', 'no', 'unknown')),
  owner TEXT NOT NULL CHECK (owner IN ('own', 'other', 'unknown')),
  earns_reason TEXT NOT NULL,
  issued_on TEXT,
  validity_basis TEXT NOT NULL,
  -- first days on which it counts as dead: by its own validity, and by that of the coupon it lives off
  own_dead_from TEXT,
  coupon_dead_from TEXT,
  dead_from TEXT GENERATED ALWAYS AS (
    CASE WHEN own_dead_from IS NULL THEN coupon_dead_from WHEN coupon_dead_from IS NULL THEN own_dead_from
      ELSE min(own_dead_from, coupon_dead_from) END
  ) STORED,
  -- 1 when the coupon behind the link was seen used up, null when nothing was said
  sold_out INTEGER,
  batch_id INTEGER,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX share_link_identity ON share_link (product_id, link_hash);
CREATE INDEX share_link_state ON share_link (kind, earns, owner, dead_from);
CREATE INDEX share_link_expiry ON share_link (dead_from) WHERE dead_from IS NOT NULL;
`;

export const catalog: Migration = {
  version: 1,
  name: 'catalog',
  up: (db) => void db.exec(tables),
};
