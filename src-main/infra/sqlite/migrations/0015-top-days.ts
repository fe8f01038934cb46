import type { Migration } from '../migrate.ts';

const days = `
-- day in Asia/Shanghai on which the platform said it
ALTER TABLE top_task ADD COLUMN gained_on TEXT;
-- What an earlier version had not merged yet is as old as its run at most, and is taken to be that old.
UPDATE top_task SET gained_on = (SELECT date(r.started_at, '+8 hours') FROM top_run r WHERE r.id = run_id)
WHERE row_json IS NOT NULL;
`;

export const topDays: Migration = { version: 15, name: 'top-days', up: (db) => void db.exec(days) };
