import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '#contract/errors';

/** SHA-256 of a file's bytes, hex. @throws AppError `CANCELLED`, `FILE_GONE`, `IO` */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
    }
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED', 'hashing was cancelled', { cause: error });
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError(gone ? 'FILE_GONE' : 'IO', detail, { params: { file: path, detail }, cause: error });
  }
  return hash.digest('hex');
}
