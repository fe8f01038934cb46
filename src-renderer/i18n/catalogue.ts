import { commonTexts } from './common-texts.ts';

/** Every visible string of the app. Features keep their own part beside their code and are added here. */
export const texts = { ...commonTexts } as const;

export type TextKey = keyof typeof texts;
