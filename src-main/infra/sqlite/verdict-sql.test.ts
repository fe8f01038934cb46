import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from './open-database.ts';
import { outcomeByKind, setVerdictTables } from './verdict-sql.ts';

let db: Connection;

beforeEach(() => {
  db = new Database(':memory:');
  setVerdictTables(db, {
    policy: [
      { kind: 'token', surface: 'group', outcome: 'copy-to-app' },
      { kind: 'page', surface: 'group', outcome: 'unknown' },
    ],
    kinds: [
      { kind: 'token', host: null, surface: 'group', outcome: 'copy-to-app' },
      { kind: 'page', host: 'seen.example', surface: 'group', outcome: 'opens' },
      { kind: 'page', host: 'stopped.example', surface: 'group', outcome: 'blocked' },
      { kind: 'page', host: '*', surface: 'group', outcome: 'opens' },
      { kind: 'page', host: 'seen.example', surface: 'moments', outcome: 'confirm' },
    ],
  });
});
afterEach(() => db.close());

function outcomeOf(kind: string, host: string | null, surface: string): unknown {
  const sql = `SELECT ${outcomeByKind('@surface')} FROM (SELECT @kind AS kind, @host AS host) l`;
  return db.prepare(sql).pluck().get({ kind, host, surface });
}

it('a record of a whole kind holds on all its hosts but those with a record of their own', () => {
  expect(outcomeOf('page', 'seen.example', 'group')).toBe('opens');
  expect(outcomeOf('page', 'other.example', 'group')).toBe('opens');
  expect(outcomeOf('page', 'stopped.example', 'group')).toBe('blocked');
  expect(outcomeOf('page', 'seen.example', 'moments')).toBe('confirm');
  expect(outcomeOf('page', 'other.example', 'moments')).toBe('unknown');
  expect(outcomeOf('token', null, 'group')).toBe('copy-to-app');
});

it('hosts are told apart only where one differs, for then all links of the kind are read', () => {
  expect(db.prepare('SELECT surface, host FROM temp.outcome_by_host ORDER BY surface').raw().all()).toEqual([
    ['group', 'stopped.example'],
    ['moments', 'seen.example'],
  ]);
});
