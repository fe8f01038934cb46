import { importFieldNames } from '#contract/messages/import-mapping-messages';
import type { Translator } from '../../i18n/locale.tsx';

/** Which column or way a link came by. */
export function originText(origin: string, { pick, t }: Pick<Translator, 'pick' | 't'>): string {
  if (origin === 'paste' || origin === 'pasteOwn' || origin === 'top' || origin === 'manual')
    return t(`links.origin.${origin}`);
  return Object.hasOwn(importFieldNames, origin)
    ? pick(importFieldNames[origin as keyof typeof importFieldNames])
    : origin;
}
