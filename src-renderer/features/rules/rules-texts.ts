import type { Texts } from '../../i18n/texts.ts';

export const rulesTexts = {} as const satisfies Texts;
