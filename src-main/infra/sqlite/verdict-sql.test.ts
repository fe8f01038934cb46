import { afterEach, beforeEach, expect, it } from 'vitest';
import { LinkOverrides } from './link-overrides.ts';
import { type Connection, openDatabase } from './open-database.ts';
import { linkIsOutcome, outcomeByKind, setVerdictTables } from './verdict-sql.ts';

let db: Connection;

beforeEach(() => {
  db = openDatabase(':memory:', { migrate: true, now: () => new Date('2026-11-23T00:00:00Z') });
  void new LinkOverrides(db);
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

it.each([[['dead']], [['blocked', 'dead']], [['opens']]] as const)(
  'an index finds the links that are %s',
  (outcomes) => {
    const sql = `EXPLAIN QUERY PLAN SELECT count(*) FROM share_link l WHERE ${linkIsOutcome(outcomes)}`;
    const steps = db.prepare<object, { detail: string }>(sql).all({ asOf: '2026-11-23', surface: 'group' });
    const details = steps.map(({ detail }) => detail);
    expect(details).not.toContain('SCAN l');
    expect(details.join(' ')).toContain('SEARCH l USING INDEX');
  },
);
