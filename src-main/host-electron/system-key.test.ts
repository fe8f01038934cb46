import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KeyStore, systemKey } from './system-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-system-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const flip = (bytes: Buffer, by: number): Buffer => Buffer.from(bytes.map((byte) => byte ^ by));

/** A key store whose own key is one byte. */
const store = (own: number): KeyStore => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'kwallet6',
  encryptString: (text) => flip(Buffer.from(text), own),
  decryptString: (encrypted) => flip(encrypted, own).toString(),
});

it('is made once, kept encrypted, and the same at the next start', () => {
  const file = join(folder, 'secrets', 'system-key');
  const key = systemKey(store(7), file);
  expect(key).toHaveLength(32);
  expect(readFileSync(file).toString()).not.toContain(key?.toString('base64'));
  expect(systemKey(store(7), file)).toEqual(key);
});

it('is made anew when the key store can no longer read it', () => {
  const file = join(folder, 'system-key');
  const key = systemKey(store(7), file);
  expect(systemKey(store(8), file)).not.toEqual(key);
});

it('is none where the store would protect nothing', () => {
  const file = join(folder, 'system-key');
  expect(systemKey({ ...store(7), isEncryptionAvailable: () => false }, file)).toBeNull();
  if (process.platform === 'linux') {
    expect(systemKey({ ...store(7), getSelectedStorageBackend: () => 'basic_text' }, file)).toBeNull();
  }
});
