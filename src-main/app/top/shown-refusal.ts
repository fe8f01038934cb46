import { AppError } from '#contract/errors';
import type { ShownRefusal } from '#contract/top';
import type { TopRefusal } from '#domain/top/top-refusal';

/** What is stored and shown of a refusal: when it may be tried again is the program's business. */
export const shownRefusal = ({ reason, params, code, subCode }: TopRefusal): ShownRefusal => ({
  reason,
  params,
  code,
  subCode,
});

/** The refusal as what a call to the engine fails with. */
export const topError = ({ reason, params }: TopRefusal): AppError =>
  new AppError('TOP_API', reason, { params: { ...params, reason } });
