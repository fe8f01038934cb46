import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldLog } from './fold-log.ts';
import { openDatabase } from './open-database.ts';

test('what was written is in the database itself afterwards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-fold-'));
  const path = join(folder, 'catalog.db');
  const db = openDatabase(path, { migrate: true, now: () => new Date() });
  const before = statSync(path).size;
  foldLog(db);
  expect(statSync(path).size).toBeGreaterThan(before);
  db.close();
  rmSync(folder, { recursive: true });
});

test('a disk without room for it takes nothing from the work that came before; a mistake of ours is told', () => {
  const failing = (code: string) => ({
    pragma: () => {
      throw Object.assign(new Error('no room'), { code });
    },
  });
  expect(() => foldLog(failing('SQLITE_FULL'))).not.toThrow();
  expect(() => foldLog(failing('SQLITE_IOERR_WRITE'))).not.toThrow();
  expect(() => foldLog(failing('SQLITE_MISUSE'))).toThrow('no room');
});
