import { createHash } from 'node:crypto';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Migration, migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';

let day = 0;
const now = (): Date => new Date(Date.UTC(2026, 10, 23 + day, 4));
const first: Migration = { version: 1, name: 'first', up: (db) => void db.exec('CREATE TABLE a (x INTEGER)') };
const second: Migration = { version: 2, name: 'second', up: (db) => void db.exec('CREATE TABLE b (x INTEGER)') };
const broken: Migration = {
  version: 2,
  name: 'broken',
  up: (db) => void db.exec('CREATE TABLE half (x INTEGER); INSERT INTO nowhere VALUES (1)'),
};

let folder: string;
let path: string;
beforeEach(() => {
  day = 0;
  folder = mkdtempSync(join(tmpdir(), 'taoke-migrate-'));
  path = join(folder, 'catalog.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(list: readonly Migration[], isNew: boolean, onUpgrade?: () => void): void {
  const db = new Database(path);
  try {
    migrate(db, { path, isNew, now, configure: () => undefined, list, onUpgrade });
  } finally {
    db.close();
  }
}

function tables(): string[] {
  const db = new Database(path, { readonly: true });
  const names = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[];
  db.close();
  return names;
}

describe('migrating', () => {
  test('runs what is pending, in order, and only once', () => {
    run([first], true);
    run([first, second], false);
    run([first, second], false);
    expect(tables()).toEqual(['a', 'b']);
  });

  test('tells of it before a database in use is changed, and of nothing else', () => {
    const onUpgrade = vi.fn(() => expect(tables()).toEqual(['a']));
    run([first], true, onUpgrade);
    run([first], false, onUpgrade);
    expect(onUpgrade).not.toHaveBeenCalled();
    run([first, second], false, onUpgrade);
    expect(onUpgrade).toHaveBeenCalledOnce();
  });

  test('backs the database up before it changes one that was in use', () => {
    run([first], true);
    expect(readdirSync(folder)).not.toContain('backups');
    run([first, second], false);
    const [backup] = readdirSync(join(folder, 'backups'));
    const db = new Database(join(folder, 'backups', backup ?? ''), { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    db.close();
  });

  test('keeps the newest three backups, the one just made among them', () => {
    const upTo = (version: number): Migration[] =>
      Array.from({ length: version }, (_, at) => ({ version: at + 1, name: `m${at + 1}`, up: () => undefined }));
    run(upTo(7), true);
    for (const version of [8, 9, 10, 11]) {
      day += 1;
      run(upTo(version), false);
    }
    const kept = readdirSync(join(folder, 'backups')).map((name) => name.split('-')[0]);
    expect(new Set(kept)).toEqual(new Set(['v8', 'v9', 'v10']));
  });

  test('an old backup that another program holds open does not stand in the way', () => {
    const upTo = (version: number): Migration[] => [first, ...later].slice(0, version);
    const later = [2, 3, 4, 5].map((version): Migration => ({ version, name: `m${version}`, up: () => undefined }));
    run(upTo(1), true);
    const busy = vi.spyOn(fs, 'rmSync').mockImplementation(() => {
      throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    });
    try {
      for (const version of [2, 3, 4, 5]) {
        day += 1;
        run(upTo(version), false);
      }
    } finally {
      busy.mockRestore();
    }
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(4);
  });

  test('a failing migration leaves the schema as it was and names the backup', () => {
    run([first], true);
    expect(() => run([first, broken], false)).toThrow(expect.objectContaining({ code: 'MIGRATION_FAILED' }));
    expect(tables()).toEqual(['a']);
    run([first, second], false);
    expect(tables()).toEqual(['a', 'b']);
  });

  test('a database of a newer program is refused, its bytes untouched', () => {
    run([first, second], true);
    const before = readFileSync(path);
    expect(() => run([first], false)).toThrow(
      expect.objectContaining({ code: 'DB_FROM_FUTURE', params: { found: 2, supported: 1 } }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('opening', () => {
  test('what is no database is said to be damaged, not overwritten', () => {
    const junk = Buffer.from('this is not a database, but somebody’s file '.repeat(200));
    const file = join(folder, 'notes.db');
    writeFileSync(file, junk);
    expect(() => openDatabase(file, { migrate: true, now })).toThrow(expect.objectContaining({ code: 'DB_CORRUPT' }));
    expect(readFileSync(file).equals(junk)).toBe(true);
  });

  test('pragmas that keep data safe are on', () => {
    const db = openDatabase(path, { migrate: true, now });
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
    db.close();
  });
});

describe('the shipped migrations', () => {
  test('are numbered upwards', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
  });

  test('every table is STRICT', () => {
    const db = openDatabase(path, { migrate: true, now });
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    db.close();
  });

  test('give the same schema every time', () => {
    const schema = (file: string): string => {
      const db = openDatabase(join(folder, file), { migrate: true, now });
      const sql = db.prepare('SELECT group_concat(sql) FROM sqlite_master').pluck().get();
      db.close();
      return createHash('sha256').update(String(sql)).digest('hex');
    };
    expect(schema('one.db')).toBe(schema('two.db'));
  });

  test('date what a run had gained and not merged yet by the day the run began', () => {
    run(
      migrations.filter(({ version }) => version <= 13),
      true,
    );
    const db = new Database(path);
    db.exec(`INSERT INTO top_run (id, job_id, action, total, started_at) VALUES (1, '', 'refresh', 2, '2026-11-22T20:00:00Z');
      INSERT INTO top_task (run_id, position, market, item_key, state, row_json) VALUES (1, 0, 'taobao', 'a', 'done', '{}'),
        (1, 1, 'taobao', 'b', 'waiting', NULL)`);
    db.close();
    const migrated = openDatabase(path, { migrate: true, now });
    expect(migrated.prepare('SELECT gained_on FROM top_task ORDER BY position').pluck().all()).toEqual([
      '2026-11-23',
      null,
    ]);
    migrated.close();
  });
});
