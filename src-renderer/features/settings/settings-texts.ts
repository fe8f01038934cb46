import type { Texts } from '../../i18n/texts.ts';

export const settingsTexts = {} as const satisfies Texts;
