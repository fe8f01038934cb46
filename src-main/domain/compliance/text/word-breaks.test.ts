import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createView, push, type View } from './view.ts';
import { WordBreaks } from './word-breaks.ts';

/** Words by weight, from 1 on. */
const words = ['', '积 分', '分享', '享受', '双倍', '', '', '', '', '', '积分', '', '分享双', '积分享双'];

function viewOf(text: string): View {
  const view = createView(text.length);
  for (let at = 0; at < text.length; at += 1) push(view, text.charCodeAt(at), at, at + 1, 0);
  return view;
}

function weightOf(word: string): number {
  const weight = words.findIndex((line) => line.split(' ').includes(word) && word !== '');
  if (weight >= 0) return weight - 25.8;
  return word.length === 1 ? -24 : -Infinity;
}

/** The best of all splits that break at `breaks`. */
function bestOf(
  text: string,
  at: number,
  breaks: readonly number[],
  least: { at: number; end: number } | null,
): number {
  if (at === text.length) return 0;
  let best = -Infinity;
  for (let end = at + 1; end <= text.length; end += 1) {
    if (breaks.some((place) => at < place && place < end)) break;
    const spoken = least !== null && least.at === at && least.end === end ? 6 - 25.8 : -Infinity;
    const weight = Math.max(end - at <= 4 ? weightOf(text.slice(at, end)) : -Infinity, spoken);
    if (weight > -Infinity) best = Math.max(best, weight + bestOf(text, end, breaks, least));
  }
  return best;
}

it('accepts a stretch just when no better split of its surroundings crosses its edges', () => {
  const breaks = new WordBreaks(words, []);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('积分享受双倍')), minLength: 1, maxLength: 9 }),
      fc.nat(8),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (text, first, size, isKnown) => {
        const start = first % text.length;
        const end = Math.min(text.length, start + size);
        const [from, to] = [Math.max(0, start - 3), Math.min(text.length, end + 3)];
        const around = text.slice(from, to);
        const edges = [start - from, end - from];
        const least = isKnown ? null : { at: start - from, end: end - from };
        const isBetter = bestOf(around, 0, [], null) - 0.01 > bestOf(around, 0, edges, least);
        expect(breaks.accepts(viewOf(text), start, end, isKnown)).toBe(!isBetter);
      },
    ),
    { numRuns: 3000 },
  );
});
