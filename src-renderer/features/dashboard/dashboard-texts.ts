import type { Texts } from '../../i18n/texts.ts';

export const dashboardTexts = {} as const satisfies Texts;
