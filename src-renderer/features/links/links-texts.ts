import type { Texts } from '../../i18n/texts.ts';

export const linksTexts = {} as const satisfies Texts;
