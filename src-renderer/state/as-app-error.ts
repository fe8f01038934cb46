import { AppError } from '#contract/errors';

/** Any failure as the kind of error the catalogue has a sentence for. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError('INTERNAL', error instanceof Error ? error.message : String(error), { params: { logId: '-' } });
}
