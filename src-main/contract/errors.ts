import type { MessageParams } from './messages/format-message.ts';

/** Every operational failure the app can report. User text comes from contract/messages/error-messages. */
export const errorCodes = [
  'VALIDATION',
  'NOT_FOUND',
  'CONFLICT',
  'CANCELLED',
  'IO',
  'DISK_FULL',
  'FILE_UNREADABLE',
  'FILE_GONE',
  'NETWORK',
  'DB_BUSY',
  'DB_CORRUPT',
  'DB_FROM_FUTURE',
  'DB_READONLY',
  'MIGRATION_FAILED',
  'APP_LOCKED',
  'NODE_TOO_OLD',
  'METHOD_NOT_FOUND',
  'PROTOCOL_MISMATCH',
  'ENGINE_CRASHED',
  'PACK_INVALID',
  'TEMPLATE_INVALID',
  'EXPORT_REFUSED',
  'SECRET_STORE',
  'TOP_API',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What crosses the wire in place of an `Error`: JSON-safe, and all of it safe to show. */
export interface ErrorData {
  code: ErrorCode;
  /** Developer-facing sentence; users read the catalogue's text for `code` (or for `params.reason`). */
  message: string;
  params?: MessageParams;
  /** Where a bug's stack is in the log file. */
  logId?: string;
}

/** A failure with a declared code. Anything else that is thrown is a bug and becomes `INTERNAL`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly params: MessageParams | undefined;
  readonly logId: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { params?: MessageParams; cause?: unknown; logId?: string } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.params = options.params;
    this.logId = options.logId;
  }

  toData(): ErrorData {
    return {
      code: this.code,
      message: this.message,
      ...(this.params ? { params: this.params } : {}),
      ...(this.logId ? { logId: this.logId } : {}),
    };
  }

  static fromData(data: ErrorData): AppError {
    return new AppError(data.code, data.message, {
      ...(data.params ? { params: data.params } : {}),
      ...(data.logId ? { logId: data.logId } : {}),
    });
  }
}

/** A failure of reading a file, with the name its user knows it by: an uploaded file is stored under another. */
export function withFileName(error: unknown, file: string): unknown {
  if (!(error instanceof AppError) || !error.params) return error;
  return new AppError(error.code, error.message, { params: { ...error.params, file }, cause: error });
}

/** Whether `value` has the shape of {@link ErrorData} with a code this version knows. */
export function isErrorData(value: unknown): value is ErrorData {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message } = value as { code?: unknown; message?: unknown };
  return typeof message === 'string' && (errorCodes as readonly unknown[]).includes(code);
}
