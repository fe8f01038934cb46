import type { Texts } from '../../i18n/texts.ts';

export const inboxTexts = {} as const satisfies Texts;
