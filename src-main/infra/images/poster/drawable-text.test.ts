import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPosterFonts } from '../poster-fonts.ts';
import { drawableText, lostLetters } from './drawable-text.ts';

const covers = loadPosterFonts();

describe('drawableText', () => {
  it.each([
    ['马克杯🔥爆款👨‍👩‍👧一家🇨🇳', '马克杯 爆款 一家'],
    ['𝟗.𝟗元 𝐀款', '9.9元 A款'],
    ['1️⃣号店', '1号店'],
    ['a\u0000b\u202ec\ud800d', 'abc d'],
    ['杯\n子\t套', '杯 子 套'],
    ['سلام', ''],
    ['🔥🔥', ''],
  ])('%j is drawn as %j', (text, drawn) => {
    expect(drawableText(text, covers)).toBe(drawn);
  });

  it.each([
    ['𠮷野家𠮷 饭', ['𠮷']],
    ['马克杯🔥👨‍👩‍👧 ★ 𝟗.𝟗元 1️⃣', []],
    ['คอนโด杯', ['ค', 'อ', 'น', 'โ', 'ด']],
  ])('of %j, %j are letters that are lost', (text, lost) => {
    expect(lostLetters(text, covers)).toEqual(lost);
  });

  it('only ever holds what the font can draw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const character of drawableText(text, covers)) expect(covers(character.codePointAt(0) ?? 0)).toBe(true);
      }),
    );
  });
});
