import type { Texts } from '../../i18n/texts.ts';

export const rulesTexts = {
  'rules.tab.compliance': { zh: '文案规则', en: 'Copy rules' },
} as const satisfies Texts;
