import type { ShownRefusal } from '#contract/top';
import { describeTopReason } from '#contract/messages/top-messages';
import type { Locale } from '#contract/messages/format-message';

/** Why a call brought nothing and what to do, as one text. */
export const refusalText = ({ reason, params }: ShownRefusal, locale: Locale): string =>
  describeTopReason(reason, params, locale);
