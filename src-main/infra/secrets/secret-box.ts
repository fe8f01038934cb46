import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import type { OpenedSecret, SealedSecret, SecretBox } from '#app/ports/secret-vault';

/** AES-256-GCM: 32 bytes of key, 12 of nonce, 16 of tag. */
const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;

/** OWASP's choice for interactive use: 128 MiB, some tenths of a second. */
const cost = { n: 2 ** 17, r: 8, p: 1 };
const memoryLimit = 512 * 1024 * 1024;

const base64 = z.base64().max(20_000);
const envelope = z.object({ nonce: base64, tag: base64, text: base64 });
const withPassphrase = envelope.extend({
  salt: base64,
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
});

/** Binds the ciphertext to its use, so that no other sealed text can be put in its place. */
const purpose = Buffer.from('taoke-desk secret v1');

/** @param systemKey 32 bytes that the host keeps in the system's key store; null while there is none */
export function createSecretBox(systemKey: () => Buffer | null): SecretBox {
  return {
    protection: () => (systemKey() === null ? 'passphrase' : 'system'),
    async seal(text, passphrase) {
      const key = systemKey();
      if (key !== null) return { protection: 'system', sealed: encrypt(key, text) };
      if (passphrase === null) throw new Error('a passphrase is needed');
      const salt = randomBytes(16);
      const derived = await deriveKey(passphrase, salt, cost);
      return {
        protection: 'passphrase',
        sealed: { ...encrypt(derived, text), salt: salt.toString('base64'), ...cost },
      };
    },
    open: (secret, passphrase) =>
      secret.protection === 'system' ? openWithSystem(secret, systemKey()) : openWithPassphrase(secret, passphrase),
  };
}

async function openWithSystem({ sealed }: SealedSecret, key: Buffer | null): Promise<OpenedSecret> {
  const parsed = envelope.safeParse(sealed);
  if (!parsed.success) return { ok: false, why: 'damaged' };
  if (key === null) return { ok: false, why: 'no-system-key' };
  const text = decrypt(key, parsed.data);
  // A key store that was reset holds another key; to the user that is the same as none.
  return text === null ? { ok: false, why: 'no-system-key' } : { ok: true, text };
}

async function openWithPassphrase({ sealed }: SealedSecret, passphrase: string | null): Promise<OpenedSecret> {
  const parsed = withPassphrase.safeParse(sealed);
  if (!parsed.success) return { ok: false, why: 'damaged' };
  if (passphrase === null) return { ok: false, why: 'passphrase-needed' };
  const key = await deriveKey(passphrase, Buffer.from(parsed.data.salt, 'base64'), parsed.data);
  const text = decrypt(key, parsed.data);
  return text === null ? { ok: false, why: 'wrong-passphrase' } : { ok: true, text };
}

function deriveKey(passphrase: string, salt: Buffer, { n, r, p }: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // One form for the same characters, however the keyboard composed them.
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, { N: n, r, p, maxmem: memoryLimit }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function encrypt(key: Buffer, text: string): z.infer<typeof envelope> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(purpose);
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: encrypted.toString('base64'),
  };
}

/** Null when the key is not the one it was encrypted with, or the text was changed since. */
function decrypt(key: Buffer, { nonce, tag, text }: z.infer<typeof envelope>): string | null {
  const [iv, authTag] = [Buffer.from(nonce, 'base64'), Buffer.from(tag, 'base64')];
  if (iv.length !== nonceBytes || authTag.length !== 16) return null;
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: 16 }).setAAD(purpose).setAuthTag(authTag);
  const start = decipher.update(Buffer.from(text, 'base64'));
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
