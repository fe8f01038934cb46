import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connection, openDatabase } from '../open-database.ts';
import { sweepStaging } from './sweep-staging.ts';

let db: Connection;

beforeEach(() => {
  db = openDatabase(':memory:', { migrate: true, now: () => new Date('2026-11-23T00:00:00Z') });
});

afterEach(() => db.close());

function stagedBatch(id: number, state: string, jobState: string): void {
  db.prepare(
    `INSERT INTO job (id, kind, state, done, phase, label, params_json, created_at) VALUES (?, 'import', ?, 0, '', '', '{}', '')`,
  ).run(String(id), jobState);
  db.prepare(
    `INSERT INTO import_batch (id, job_id, origin, file_name, file_bytes, plan_json, container, headers_json, data_date, state, started_at)
     VALUES (?, ?, 'file', 'a.csv', 1, '{}', 'csv', '[]', '2026-11-23', ?, '')`,
  ).run(id, String(id), state);
  db.prepare(
    `INSERT INTO import_row (batch_id, line, market, item_key, item_id, links_json) VALUES (?, 2, 'taobao', '1', '1', '[]')`,
  ).run(id);
  db.prepare(
    `INSERT INTO import_issue (batch_id, line, column_name, code, effect, value) VALUES (?, 2, 'id', 'x', 'rejected', '')`,
  ).run(id);
  db.prepare(`INSERT INTO import_reject (batch_id, line, cells_json) VALUES (?, 3, '[]')`).run(id);
}

test('what cancelled, failed and killed imports staged goes, what counts or is being staged stays', async () => {
  stagedBatch(1, 'merged', 'done');
  stagedBatch(2, 'cancelled', 'cancelled');
  stagedBatch(3, 'failed', 'failed');
  stagedBatch(4, 'staging', 'interrupted');
  stagedBatch(5, 'staging', 'running');
  await sweepStaging(db, () => Promise.resolve());
  for (const table of ['import_row', 'import_issue', 'import_reject']) {
    const left = db.prepare(`SELECT batch_id FROM ${table} ORDER BY batch_id`).pluck().all();
    expect({ table, left }).toEqual({ table, left: [1, 5] });
  }
});
