import type { Texts } from '../../i18n/texts.ts';

export const importsTexts = {} as const satisfies Texts;
