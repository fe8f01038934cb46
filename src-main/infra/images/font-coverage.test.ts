import { describe, expect, it } from 'vitest';
import { loadPosterFonts } from './poster-fonts.ts';

const covers = loadPosterFonts();
const has = (text: string): boolean => Array.from(text).every((character) => covers(character.codePointAt(0) ?? 0));

describe('the poster font', () => {
  it('has what product titles are written with', () => {
    expect(has('三塘陶瓷创意马克杯龘靐買甄嬛囍')).toBe(true);
    expect(has('ABCxyz0123456789¥￥%，。！？（）【】…·—×℃')).toBe(true);
  });

  it('is known to lack emoji, other scripts and rare characters', () => {
    for (const character of ['😀', '🔥', 'ا', 'ก', '𠮷𪚥'.slice(2), '\u200b']) expect(has(character)).toBe(false);
  });
});
