import type { Texts } from '../../i18n/texts.ts';
import { deskTexts } from './desk-texts.ts';
import { exportTexts } from './export-texts.ts';
import { phoneTexts } from './phone-texts.ts';

export const packsTexts = { ...exportTexts, ...deskTexts, ...phoneTexts } as const satisfies Texts;
