import type { Translator } from '../i18n/locale.tsx';

/** Values that are named; the rest is counted. */
const named = 3;

/** A few values as words, e.g. for a chip. */
export function listInWords(values: readonly string[], { t }: Translator): string {
  const shown = values.slice(0, named).join(t('common.listComma'));
  return values.length > named ? t('filter.more', { shown, n: values.length }) : shown;
}
