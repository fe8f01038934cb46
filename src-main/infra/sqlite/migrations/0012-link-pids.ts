import type { Migration } from '../migrate.ts';

/** Few links show a pid; those that do are counted by it in the settings and found by it in the list. */
export const linkPids: Migration = {
  version: 12,
  name: 'link pids',
  up: (db) => void db.exec('CREATE INDEX share_link_pid ON share_link (pid, owner) WHERE pid IS NOT NULL'),
};
