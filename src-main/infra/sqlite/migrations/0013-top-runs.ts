import type { Migration } from '../migrate.ts';

const tables = `
CREATE TABLE top_run (
  id INTEGER PRIMARY KEY,
  -- the job at work on it, or the last one that was; its state is the run's
  job_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('refresh', 'convert', 'shorten', 'tokens')),
  total INTEGER NOT NULL,
  calls INTEGER NOT NULL DEFAULT 0,
  -- why it ended before its end
  stopped_json TEXT,
  started_at TEXT NOT NULL,
  finished_at TEXT
) STRICT;

CREATE TABLE top_task (
  run_id INTEGER NOT NULL REFERENCES top_run ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- by what outlives undoing and repeating an import
  market TEXT NOT NULL,
  item_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'skipped')),
  reason TEXT,
  refusal_json TEXT,
  -- what was gained, until it is part of the catalog
  row_json TEXT,
  batch_id INTEGER,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX top_task_state ON top_task (run_id, state, reason);
`;

export const topRuns: Migration = { version: 13, name: 'top-runs', up: (db) => void db.exec(tables) };
