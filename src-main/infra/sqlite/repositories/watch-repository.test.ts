import { beforeEach, expect, it } from 'vitest';
import { type Connection, openDatabase } from '../open-database.ts';
import { WatchRepository } from './watch-repository.ts';

const a = { name: 'a.csv', bytes: 10, modifiedMs: 1.5 };
let db: Connection;
let store: WatchRepository;

beforeEach(async () => {
  db = openDatabase(':memory:', { migrate: true, now: () => new Date('2026-11-23T00:00:00Z') });
  store = new WatchRepository(db);
  await store.setFolder('/lists', [{ ...a, name: 'old.csv' }]);
});

function record(sha256: string, state: string): void {
  db.prepare(
    `INSERT INTO import_batch (origin, file_name, file_sha256, file_bytes, plan_json, container, headers_json, data_date, state, started_at)
     VALUES ('file', 'a.csv', ?, 10, '{}', 'csv', '[]', '2026-11-23', ?, '2026-11-23')`,
  ).run(sha256, state);
}

const offered = (): string[] => store.offered().map(({ name }) => name);

it('offers what was neither there before, nor imported, nor ignored', async () => {
  await store.remember({ ...a, sha256: 'A' });
  await store.remember({ ...a, name: 'b.csv', sha256: 'B' });
  await store.remember({ ...a, name: 'copy of b.csv', sha256: 'B' });
  expect(offered()).toEqual(['a.csv', 'b.csv', 'copy of b.csv']);
  record('A', 'cancelled');
  expect(offered()).toContain('a.csv');
  record('A', 'merged');
  expect(offered()).toEqual(['b.csv', 'copy of b.csv']);
  await store.ignore(['B']);
  await store.remember({ ...a, name: 'third of b.csv', sha256: 'B' });
  expect(offered()).toEqual([]);
  expect([...store.quiet()].sort()).toEqual(['b.csv', 'copy of b.csv', 'old.csv']);
});

it('keeps ignoring a file that was only saved again', async () => {
  await store.remember({ ...a, sha256: 'A' });
  await store.ignore(['A']);
  await store.remember({ ...a, modifiedMs: 9, sha256: 'A' });
  expect(offered()).toEqual([]);
  await store.remember({ ...a, modifiedMs: 10, sha256: 'A2' });
  expect(offered()).toEqual(['a.csv']);
});

it('starts anew with another folder', async () => {
  await store.remember({ ...a, sha256: 'A' });
  await store.setFolder('/others', []);
  expect(store.folder()).toBe('/others');
  expect(store.known().size).toBe(0);
  await store.setFolder(null, []);
  expect(store.folder()).toBeNull();
});
