import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { basename, extname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#contract/errors';

/** Larger than any export seen; beyond it the file is not a product list. */
const uploadLimitBytes = 2 * 1024 ** 3;

function limitBytes(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit)
        done(new AppError('FILE_UNREADABLE', 'upload too large', { params: { file: '', detail: '文件超过 2 GB' } }));
      else done(null, chunk);
    },
  });
}

/**
 * Streams a file the user chose in the page to the temporary folder. The stored name is ours; only the extension is
 * kept, and only when it is short and plain.
 */
export async function receiveUpload(request: IncomingMessage, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const given = extname(basename(decodeURIComponent(String(request.headers['x-file-name'] ?? '')))).toLowerCase();
  const extension = /^\.[a-z0-9]{1,5}$/.test(given) ? given : '';
  const path = join(folder, `${randomUUID()}${extension}`);
  try {
    await pipeline(request, limitBytes(uploadLimitBytes), createWriteStream(path, { flags: 'wx' }));
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    const code = (error as { code?: unknown }).code;
    if (code === 'ENOSPC') throw new AppError('DISK_FULL', 'no space for the upload', { cause: error });
    throw error;
  }
}
