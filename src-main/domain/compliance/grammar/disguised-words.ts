import { createMatchList } from '../match/match-list.ts';
import { foldBits, type View } from '../text/view.ts';
import { stretchesAround } from '../text/windows.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import { lengthOfWord } from './word-table.ts';

/** Units that undoing a disguise put next to the one before. */
const joined = foldBits['inserted-symbol'] | foldBits.vertical;

/** A unit is the first of a word, or one of the others. */
const first = 1;
const further = 2;

const found = createMatchList(64);

/** Marks in `out` which of units `[from, to)` are part of a word. */
function markWords(
  { units }: View,
  from: number,
  to: number,
  matcher: CompiledGrammar['matcher'],
  out: Uint8Array,
): void {
  found.length = 0;
  matcher.scan(units, from, to, found);
  for (let at = 0; at < found.length; at += 1) {
    const end = found.end[at] ?? 0;
    const start = end - lengthOfWord(found.pattern[at] ?? 0);
    out[start] = (out[start] ?? 0) | first;
    for (let unit = start + 1; unit < end; unit += 1) out[unit] = (out[unit] ?? 0) | further;
  }
}

/**
 * Takes the marks of `folds` from units that are part of no word of the vocabulary once the disguise is undone: nothing
 * can rest on them. Most of what looks disguised in prose is none.
 */
export function forgetIdleDisguises(view: View, folds: number, { matcher }: Pick<CompiledGrammar, 'matcher'>): void {
  const { folds: went, length, memory } = view;
  const inWord = memory.uint8(length);
  for (const { from, to } of stretchesAround(view, folds, matcher.longest)) {
    markWords(view, from, to, matcher, inWord);
    for (let at = from; at < to; at += 1) {
      const through = (went[at] ?? 0) & folds;
      // A word that only begins at a joined unit was there as written.
      const telling = (through & ~joined) === 0 ? further : first | further;
      if (((inWord[at] ?? 0) & telling) === 0) went[at] = (went[at] ?? 0) & ~through;
    }
  }
}
