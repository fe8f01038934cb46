import type { Texts } from '../../i18n/texts.ts';

export const catalogTexts = {} as const satisfies Texts;
