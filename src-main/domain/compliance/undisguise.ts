import { Homophones } from './grammar/homophones.ts';
import type { CompiledGrammar } from './grammar/compile-grammar.ts';
import type { LexiconTablesPack, TablesPack } from './packs/pack-types.ts';
import { suspectUnits, type RewriteTables } from './text/rewrite.ts';
import { WordBreaks } from './text/word-breaks.ts';

/** Look-ups for seeing through disguised wording, built once per linter. */
export interface Undisguise {
  rewrite: RewriteTables;
  homophones: Homophones;
  breaks: WordBreaks;
}

function pairKey(left: number, right: number): number {
  return left * 0x10000 + right;
}

function splitMap(splits: string): Map<number, number> {
  const out = new Map<number, number>();
  for (let at = 0; at + 2 < splits.length; at += 3) {
    out.set(pairKey(splits.charCodeAt(at), splits.charCodeAt(at + 1)), splits.charCodeAt(at + 2));
  }
  return out;
}

function pairMap(pairs: string): Map<number, number> {
  const out = new Map<number, number>();
  for (let at = 0; at + 1 < pairs.length; at += 2) out.set(pairs.charCodeAt(at), pairs.charCodeAt(at + 1));
  return out;
}

function neighbourPairs(grammar: CompiledGrammar): Set<number> {
  const out = new Set<number>();
  for (const { text, fuzzy } of grammar.words) {
    if (!fuzzy) continue;
    for (let at = 0; at + 1 < text.length; at += 1) out.add(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)));
  }
  return out;
}

/**
 * Prepares the look-ups from the shipped tables, in steps; without tables nothing is undone and every break is accepted.
 */
export function* undisguiseSteps(
  tables: TablesPack | undefined,
  lexicon: LexiconTablesPack | undefined,
  grammar: CompiledGrammar,
): Generator<void, Undisguise> {
  const han = /^[\u4E00-\u9FFF]{2,4}$/;
  const vocabulary = grammar.words
    .filter((word) => (word.noun || ((word.checked || word.fuzzy) && word.text.length === 2)) && han.test(word.text))
    .map((word) => word.text);
  const splits = splitMap(lexicon?.splits ?? '');
  const lookAlikes = pairMap(lexicon?.lookAlikes ?? '');
  const rewrite = {
    splits,
    lookAlikes,
    suspects: suspectUnits(splits, lookAlikes),
    pairs: neighbourPairs(grammar),
  };
  yield;
  const homophones = yield* Homophones.steps(
    {
      syllables: tables?.syllables ?? '',
      readings: tables?.readings ?? '',
      ordinary: new Set((lexicon?.homophones ?? '').split(' ')),
    },
    grammar.words,
  );
  yield;
  return { rewrite, homophones, breaks: new WordBreaks(lexicon?.dictionary ?? [], vocabulary) };
}
