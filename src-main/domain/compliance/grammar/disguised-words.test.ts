import { expect, it } from 'vitest';
import { PatternScanner } from '../match/pattern-scanner.ts';
import { createView, foldBits, push } from '../text/view.ts';
import { forgetIdleDisguises } from './disguised-words.ts';
import type { CompiledWord } from './compile-words.ts';
import { WordTable } from './word-table.ts';

const words = ['转发', '券', '朋友圈里的人'].map((text): CompiledWord => {
  return { text, classes: [0], run: 1, fuzzy: false, checked: false, noun: false, initials: false };
});
const table = new WordTable(words, undefined);
const matcher = PatternScanner.of(
  words.map((word) => word.text),
  table.entries,
);

/** The units that keep a mark, of those that `marked` names by their places. */
function kept(text: string, fold: number, marked: readonly number[]): number[] {
  const view = createView(text.length);
  for (let at = 0; at < text.length; at += 1)
    push(view, text.charCodeAt(at), at, at + 1, marked.includes(at) ? fold : 0);
  forgetIdleDisguises(view, fold, { matcher });
  return Array.from(view.folds.subarray(0, view.length)).flatMap((bits, at) => (bits === 0 ? [] : [at]));
}

it('keeps a look-alike that is part of a word, be it the first or the last of its units', () => {
  expect(kept('先转发再考研', foldBits['look-alike'], [1, 2, 4])).toEqual([1, 2]);
  expect(kept('就在朋友圈里的人', foldBits['look-alike'], [0, 2, 7])).toEqual([2, 7]);
});

it('keeps a closed gap only inside a word: what begins behind it was there as written', () => {
  expect(kept('先转发领券', foldBits['inserted-symbol'], [1, 2, 4])).toEqual([2]);
});

it('leaves marks of other kinds alone', () => {
  const view = createView(2);
  push(view, '考'.charCodeAt(0), 0, 1, foldBits.traditional | foldBits['look-alike']);
  forgetIdleDisguises(view, foldBits['look-alike'], { matcher });
  expect(view.folds[0]).toBe(foldBits.traditional);
});
