import { AppError, type ErrorCode } from '#contract/errors';
import { fillMessage, type MessageParams } from '#contract/messages/format-message';
import { type ImportFileCode, importFileMessages } from '#contract/messages/import-file-messages';

const goneReasons: ReadonlySet<ImportFileCode> = new Set(['file-gone', 'file-changed']);

/**
 * Why a file cannot be read. `params.reason` is the key of the sentence to show (import-file-messages), the other
 * parameters fill its places; `params.detail` is that sentence in Chinese, for the sentence of the error code.
 */
export function fileFailure(reason: ImportFileCode, params: MessageParams = {}, cause?: unknown): AppError {
  const code: ErrorCode = goneReasons.has(reason) ? 'FILE_GONE' : 'FILE_UNREADABLE';
  return new AppError(code, `cannot read spreadsheet: ${reason}`, {
    params: { ...params, reason, detail: fillMessage(importFileMessages[reason], params, 'zh-CN') },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Whether a thread ended because what it read did not fit into its heap. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

export function cancelled(): AppError {
  return new AppError('CANCELLED', 'reading was cancelled');
}

const osReasons: Readonly<Record<string, ImportFileCode>> = {
  ENOENT: 'file-gone',
  ESTALE: 'file-gone',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EBUSY: 'file-locked',
  EISDIR: 'not-a-file',
};

/** Turns an error of the operating system into a failure with a sentence; other errors pass through unchanged. */
export function fromSystemError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof AppError) return error;
  const code = String(error.code);
  const reason = osReasons[code];
  if (reason) return fileFailure(reason, {}, error);
  return 'syscall' in error ? fileFailure('read-failed', { system: code }, error) : error;
}
