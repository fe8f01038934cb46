import type { Locale } from '#contract/messages/format-message';

/** Sentences one after the other; Chinese ones have no blank between them. Nulls and empty ones are left out. */
export const joinSentences = (sentences: readonly (string | null)[], locale: Locale): string =>
  sentences.filter(Boolean).join(locale === 'en' ? ' ' : '');
