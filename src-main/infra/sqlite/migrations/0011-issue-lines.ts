import type { Migration } from '../migrate.ts';

/** Remarks are also looked up by the row they speak of, for the table of rows that were not imported. */
export const issueLines: Migration = {
  version: 11,
  name: 'issue-lines',
  up: (db) => void db.exec('CREATE INDEX import_issue_line ON import_issue (batch_id, line)'),
};
