import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakBalanced, breakLines } from './break-lines.ts';

/** Every character as wide as a Chinese one, Latin half. */
const measure = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0);

describe('breakLines', () => {
  it('breaks Chinese anywhere, keeps Latin words and measures whole', () => {
    expect(breakLines('一二三四五六七八', measure, 4, 3)).toEqual(['一二三四', '五六七八']);
    expect(breakLines('大杯coffee杯子套装', measure, 4, 3)).toEqual(['大杯', 'coffee杯', '子套装']);
    expect(breakLines('牛奶205g*12+4盒装', measure, 6, 3)).toEqual(['牛奶', '205g*12+4盒', '装']);
  });

  it('starts no line with a closing sign and ends none with an opening one', () => {
    expect(breakLines('一二三四，五六', measure, 4, 3)).toEqual(['一二三', '四，五六']);
    expect(breakLines('一二三【四五】', measure, 4, 3)).toEqual(['一二三', '【四五】']);
  });

  it('ends what does not fit in one ellipsis, not after a sign', () => {
    expect(breakLines('一二三四五六七八九十', measure, 4, 2)).toEqual(['一二三四', '五六七…']);
    expect(breakLines('一二三四五六，七八九', measure, 4, 2)).toEqual(['一二三四', '五六…']);
  });

  it('breaks words that are longer than a line', () => {
    expect(breakLines('SUPERCALIFRAGILISTIC', measure, 4, 5)).toEqual(['SUPERCAL', 'IFRAGILI', 'STIC']);
  });

  it('looks no further than what can be seen of a text without end', () => {
    let measured = 0;
    const counting = (text: string): number => {
      measured += text.length;
      return measure(text);
    };
    expect(breakLines('杯'.repeat(30_000), counting, 20, 2).at(-1)).toBe(`${'杯'.repeat(19)}…`);
    expect(measured).toBeLessThan(5_000);
  });

  it('loses nothing that fits, never exceeds the width or the count', () => {
    const text = fc.string({
      unit: fc.constantFrom('杯', '，', '】', '【', 'a', 'B', '9', ' ', '*', '…', '¥', '.'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 3 }), (given, width, count) => {
        const lines = breakLines(given, measure, width, count);
        expect(lines.length).toBeLessThanOrEqual(count);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        const squeezed = (value: string): string => value.replaceAll(' ', '');
        if (measure(given) <= width) expect(lines.join('')).toBe(given.trim());
        else if (!lines.at(-1)?.endsWith('…')) expect(squeezed(lines.join(''))).toBe(squeezed(given));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('breakBalanced', () => {
  it('does not leave a lone character on the second line', () => {
    const [first = '', second = ''] = breakBalanced('一二三四五六七八九十甲', measure, 10, 2);
    expect(second.length).toBeGreaterThanOrEqual(4);
    expect(first + second).toBe('一二三四五六七八九十甲');
  });

  it('leaves full lines and single lines alone', () => {
    expect(breakBalanced('一二三四五六七八', measure, 4, 2)).toEqual(['一二三四', '五六七八']);
    expect(breakBalanced('一二', measure, 4, 2)).toEqual(['一二']);
  });
});
