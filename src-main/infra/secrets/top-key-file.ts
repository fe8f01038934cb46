import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError } from '#contract/errors';
import { signMethod } from '#contract/top';
import type { SealedFile } from '#app/ports/secret-vault';
import type { StoredTopKeys } from '#app/top/top-key-ring';

const shape = z.object({
  secret: z.object({ protection: z.enum(['system', 'passphrase']), sealed: z.unknown() }),
  appKeyHint: z.string().max(40),
  pid: z.string().max(60),
  relationId: z.string().max(20).nullable(),
  signMethod,
  savedAt: z.string().max(40),
});

/** The keys of the Taobao Open Platform as one file that only its owner may read. */
export function createTopKeyFile(path: string): SealedFile<StoredTopKeys> {
  return {
    read: () => {
      const text = readIfThere(path);
      return text === null ? null : (shape.safeParse(parseOrNull(text)).data ?? null);
    },
    write: (stored) => {
      const next = `${path}.next`;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeFileSync(next, JSON.stringify(stored), { mode: 0o600 });
        // In one step: a crash in the middle leaves the keys there were.
        renameSync(next, path);
      } catch (error) {
        rmSync(next, { force: true });
        const detail = codeOf(error);
        throw new AppError('SECRET_STORE', `keys not written: ${detail}`, {
          params: { reason: 'secret-unwritable', detail },
          cause: error,
        });
      }
    },
    remove: () => rmSync(path, { force: true }),
  };
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? error);

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
