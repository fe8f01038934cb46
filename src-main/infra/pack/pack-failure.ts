import { AppError, type ErrorCode } from '#contract/errors';
import { fillMessage, type MessageParams } from '#contract/messages/format-message';
import { packFailures } from '#contract/messages/pack-failures';
import { systemErrorCode } from '#infra/images/system-error';

export type PackFailure = keyof typeof packFailures;

/**
 * A failure of writing or opening a pack. `params.reason` is the key of the sentence (packFailures), which the
 * other parameters fill; `params.detail` is that sentence in Chinese, for the code's own text.
 */
export function packFailure(
  code: ErrorCode,
  reason: PackFailure,
  params: MessageParams = {},
  cause?: unknown,
): AppError {
  return new AppError(code, `copy pack: ${reason}`, {
    params: { ...params, reason, detail: fillMessage(packFailures[reason], params, 'zh-CN') },
    ...(cause === undefined ? {} : { cause }),
  });
}

export const cancelled = (): AppError => new AppError('CANCELLED', 'pack was cancelled');

/** @throws AppError `CANCELLED` */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error));

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
 * What the file system said while a pack was written, as a failure of its own: a full disk or quota is `DISK_FULL`,
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
