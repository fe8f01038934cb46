import { joinList } from '#contract/messages/format-message';
import type { Translator } from '../i18n/locale.tsx';

/** Values that are named; the rest is counted. */
const named = 3;

/** A few values as words, e.g. for a chip. */
export function listInWords(values: readonly string[], { t, locale }: Translator): string {
  const shown = joinList(values.slice(0, named), locale);
  return values.length > named ? t('filter.more', { shown, n: values.length }) : shown;
}
