import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeAppLock } from './app-lock.ts';

const holder = { pid: 4711, host: 'test', since: '2026-11-23T04:00:00.000Z' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second taker is refused and told who holds it; giving it back frees it', () => {
  const release = takeAppLock(folder, holder);
  expect(() => takeAppLock(folder, holder)).toThrow(
    expect.objectContaining({ code: 'APP_LOCKED', params: { holder: 'test, pid 4711, 2026-11-23T04:00:00.000Z' } }),
  );
  release();
  takeAppLock(folder, holder)();
});

test.each(['a file', 'a file/in it'])('where %s stands no data folder can be, which is said and is no bug', (place) => {
  writeFileSync(join(folder, 'a file'), '');
  expect(() => takeAppLock(join(folder, place), holder)).toThrow(expect.objectContaining({ code: 'DB_READONLY' }));
});

test('another process is refused while it lives; killing it frees the lock at once', async () => {
  const module = fileURLToPath(new URL('./app-lock.ts', import.meta.url));
  const code = `import(${JSON.stringify(module)}).then(({ takeAppLock }) => {
    takeAppLock(${JSON.stringify(folder)}, { pid: process.pid, host: 'other', since: 'now' });
    console.log('held');
    setInterval(() => {}, 1000);
  });`;
  const other = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(other.stdout, 'data');
  expect(() => takeAppLock(folder, holder)).toThrow(expect.objectContaining({ code: 'APP_LOCKED' }));
  other.kill('SIGKILL');
  await once(other, 'exit');
  takeAppLock(folder, holder)();
});
