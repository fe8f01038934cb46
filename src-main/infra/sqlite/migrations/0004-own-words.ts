import type { Migration } from '../migrate.ts';

const ownWords = `
CREATE TABLE own_word (
  kind TEXT NOT NULL CHECK (kind IN ('word', 'pattern')),
  text TEXT NOT NULL,
  category TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('block', 'warn', 'info')),
  note TEXT NOT NULL,
  expires_on TEXT,
  PRIMARY KEY (kind, text)
) STRICT, WITHOUT ROWID;

-- category '' silences every category
CREATE TABLE allow_phrase (
  text TEXT NOT NULL,
  category TEXT NOT NULL,
  reason TEXT NOT NULL,
  proof TEXT NOT NULL,
  expires_on TEXT,
  PRIMARY KEY (text, category)
) STRICT, WITHOUT ROWID;

INSERT INTO revision (name, value) VALUES ('compliance', 0);

-- why an older finding no longer counts
ALTER TABLE finding ADD COLUMN superseded_by TEXT CHECK (superseded_by IN ('text', 'rules', 'allowed'));
-- history of one product, and the cascade when a product goes
CREATE INDEX finding_history ON finding (product_id, found_at);
CREATE INDEX audit_action ON audit (action);
`;

export const ownWordsAndHistory: Migration = {
  version: 4,
  name: 'own words, finding history',
  up: (db) => void db.exec(ownWords),
};
