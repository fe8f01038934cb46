import type { Texts } from '../../i18n/texts.ts';

export const campaignsTexts = {} as const satisfies Texts;
