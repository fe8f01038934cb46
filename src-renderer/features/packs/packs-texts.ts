import type { Texts } from '../../i18n/texts.ts';

export const packsTexts = {} as const satisfies Texts;
