import { AppError } from '#contract/errors';
import { systemErrorCode } from '#infra/images/system-error';
import { type PackFailure, packFailure } from '#infra/pack/pack-failure';

const reasons: Readonly<Record<string, PackFailure>> = {
  EACCES: 'target-read-only',
  EPERM: 'target-read-only',
  EROFS: 'target-read-only',
  ENAMETOOLONG: 'target-name-too-long',
  EBUSY: 'target-in-use',
  ENOENT: 'target-went-away',
  ENOTDIR: 'target-went-away',
};

/**
 * What the file system said while something was written, as a failure of its own: a full disk or quota is `DISK_FULL`,
 * everything else `IO` with a sentence for the usual causes. What no file system says is a bug and stays as it is.
 */
export function asWriteFailure(error: unknown, folder: string): unknown {
  const code = systemErrorCode(error);
  if (code === '') return error;
  const detail = error instanceof Error ? error.message : code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', detail, { cause: error });
  const reason = reasons[code];
  if (reason) return packFailure('IO', reason, { folder }, error);
  return new AppError('IO', detail, { params: { detail }, cause: error });
}
