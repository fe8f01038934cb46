import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (): string => readFileSync(join(folder, 'app.log'), 'utf8');

it('keeps where a link pointed, and nothing of its query', () => {
  createLog(folder, () => new Date(0)).info('probe', {
    url: 'https://uland.taobao.com/coupon/edetail?e=x&pid=mm_1_2_3',
  });
  expect(lines()).toContain('https://uland.taobao.com/coupon/edetail?…');
  expect(lines()).not.toContain('mm_1_2_3');
});

it('leaves out keys, however they got into a message', () => {
  const log = createLog(folder, () => new Date(0));
  log.bug(new Error('call failed: app_key=34567890&sign=ABCDEF&secret=f00dfeed'), 'top');
  log.bug(
    new Error(`params ${JSON.stringify({ appKey: '34567890', secret: 'f00dfeed', passphrase: 'open sesame' })}`),
    'top',
  );
  log.info('keys', { appKey: '34567890', secret: 'f00dfeed', session: '61000abc' });
  expect(lines()).not.toMatch(/34567890|ABCDEF|f00dfeed|sesame|61000abc/);
  for (const line of lines().trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  expect(lines()).toContain('call failed');
});
