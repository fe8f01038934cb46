import { AppError } from '#contract/errors';

/** A failure of reading a file, under the name the user knows it by: an uploaded one is stored under another. */
export function underName(error: unknown, name: string): unknown {
  if (!(error instanceof AppError) || error.params?.['file'] === undefined) return error;
  return new AppError(error.code, error.message, { params: { ...error.params, file: name }, cause: error });
}
