import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SafeStorage } from 'electron';
import type { Transport } from '#rpc/transport';

export type KeyStore = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

const keyBytes = 32;

/**
 * The key that stored secrets are encrypted with: made once, kept on the disk as the system's key store (DPAPI, Keychain,
 * Secret Service) encrypts it. Null when there is no such store: on Linux without one, Electron would encrypt with a
 * password that everybody knows. Not before the app is ready.
 */
export function systemKey(store: KeyStore, file: string): Buffer | null {
  if (!store.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && store.getSelectedStorageBackend() === 'basic_text') return null;
  return readKey(store, file) ?? makeKey(store, file);
}

/** Null when there is none yet, or the key store was reset and can no longer read it. */
function readKey(store: KeyStore, file: string): Buffer | null {
  try {
    const key = Buffer.from(store.decryptString(readFileSync(file)), 'base64');
    return key.length === keyBytes ? key : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function makeKey(store: KeyStore, file: string): Buffer {
  const key = randomBytes(keyBytes);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, store.encryptString(key.toString('base64')), { mode: 0o600 });
  return key;
}

interface Lending {
  store: KeyStore;
  file: string;
  engine: Transport;
  logBug(error: unknown, where: string): string;
}

/** Hands the key to the engine, before its page asks for anything; without one the user's passphrase protects instead. */
export function lendSystemKey({ store, file, engine, logBug }: Lending): void {
  let key: Buffer | null = null;
  try {
    key = systemKey(store, file);
  } catch (error) {
    logBug(error, 'system key');
  }
  engine
    .call('internal.lendSystemKey', { key: key?.toString('base64') ?? null })
    .catch((error: unknown) => logBug(error, 'lending the system key'));
}
