import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TopKeyRing } from '#app/top/top-key-ring';
import type { TopKeysInput } from '#contract/top';
import { createSecretBox } from './secret-box.ts';
import { createTopKeyFile } from './top-key-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-keys-'));
  file = join(folder, 'secrets', 'top.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that was just started. */
const start = (systemKey: Buffer | null = null): TopKeyRing =>
  new TopKeyRing({
    box: createSecretBox(() => systemKey),
    file: createTopKeyFile(file),
    now: () => new Date('2026-11-30T04:00:00Z'),
  });

const account = { pid: 'mm_12345_678_90123', relationId: null, signMethod: 'hmac-sha256' } as const;
const keys: TopKeysInput = {
  appKey: '34567890',
  secret: 'f00dfeedbeef0123',
  passphrase: 'a long enough one',
  ...account,
};
const open = { appKey: '34567890', secret: 'f00dfeedbeef0123', ...account };

describe('with a passphrase', () => {
  it('keeps neither key nor passphrase readable, in a file of its owner only', async () => {
    await start().save(keys);
    const text = readFileSync(file, 'utf8');
    for (const plain of ['34567890', 'f00dfeedbeef0123', 'a long enough one']) expect(text).not.toContain(plain);
    expect(text).not.toContain(Buffer.from('f00dfeedbeef0123').toString('base64').slice(0, 12));
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('opens after a start with the passphrase and nothing else, and stays open', async () => {
    await start().save(keys);
    const ring = start();
    expect(await ring.status()).toMatchObject({
      state: 'locked',
      newProtection: 'passphrase',
      stored: { appKeyHint: '••••7890', pid: account.pid, protection: 'passphrase' },
    });
    await expect(ring.keys()).rejects.toMatchObject({ code: 'SECRET_STORE', params: { reason: 'secret-locked' } });
    await expect(ring.unlock('another one')).rejects.toMatchObject({ params: { reason: 'secret-wrong-passphrase' } });
    expect(await ring.unlock('a long enough one')).toMatchObject({ state: 'open' });
    expect(await ring.keys()).toEqual(open);
  });

  it('takes no short one', async () => {
    await expect(start().save({ ...keys, passphrase: 'short' })).rejects.toMatchObject({
      params: { reason: 'secret-passphrase-short' },
    });
    expect(existsSync(file)).toBe(false);
  });
});

describe('with the key store of the system', () => {
  it('asks for nothing, and tells when the key is not there', async () => {
    const systemKey = randomBytes(32);
    await start(systemKey).save({ ...keys, passphrase: null });
    expect(readFileSync(file, 'utf8')).not.toContain('f00dfeedbeef0123');
    expect(await start(systemKey).keys()).toEqual(open);
    for (const other of [null, randomBytes(32)]) {
      expect(await start(other).status()).toMatchObject({ state: 'out-of-reach' });
      await expect(start(other).keys()).rejects.toMatchObject({ params: { reason: 'secret-no-system-key' } });
    }
  });
});

it('never gives a secret out with the state', async () => {
  const ring = start();
  const shown = JSON.stringify([await ring.status(), await ring.save(keys), await ring.status()]);
  expect(shown).not.toMatch(/34567890|f00dfeed|long enough/);
});

it('changes what surrounds the keys without asking for them again', async () => {
  const ring = start();
  await ring.save(keys);
  await ring.save({ ...keys, appKey: null, secret: null, passphrase: null, pid: 'mm_12345_678_1' });
  expect(await ring.keys()).toEqual({ ...open, pid: 'mm_12345_678_1' });
  await expect(ring.save({ ...keys, secret: null })).rejects.toMatchObject({ params: { reason: 'secret-incomplete' } });
});

it('forgets from the disk and from memory', async () => {
  const ring = start();
  await ring.save(keys);
  expect(await ring.forget()).toEqual({ state: 'none', newProtection: 'passphrase', stored: null });
  expect(existsSync(file)).toBe(false);
  await expect(ring.keys()).rejects.toMatchObject({ params: { reason: 'secret-none' } });
});

it('refuses a file that was tampered with', async () => {
  await start().save(keys);
  const stored = JSON.parse(readFileSync(file, 'utf8')) as { secret: { sealed: { text: string; salt?: string } } };
  stored.secret.sealed.text = Buffer.from('something else').toString('base64');
  writeFileSync(file, JSON.stringify(stored));
  await expect(start().unlock('a long enough one')).rejects.toMatchObject({
    params: { reason: 'secret-wrong-passphrase' },
  });
  delete stored.secret.sealed.salt;
  writeFileSync(file, JSON.stringify(stored));
  await expect(start().unlock('a long enough one')).rejects.toMatchObject({ params: { reason: 'secret-damaged' } });
  writeFileSync(file, '{');
  expect(await start().status()).toMatchObject({ state: 'none' });
});

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says why it could not be written', async () => {
  chmodSync(folder, 0o500);
  await expect(start().save(keys)).rejects.toMatchObject({ params: { reason: 'secret-unwritable', detail: 'EACCES' } });
});
