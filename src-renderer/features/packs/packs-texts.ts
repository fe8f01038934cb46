import type { Texts } from '../../i18n/texts.ts';
import { exportTexts } from './export-texts.ts';

export const packsTexts = { ...exportTexts } as const satisfies Texts;
