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
