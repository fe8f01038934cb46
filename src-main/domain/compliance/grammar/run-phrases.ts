import { standings, type AtomFacts, type AtomPart, type Atoms } from './atoms.ts';
import type { CompiledGrammar, CompiledPhrase } from './compile-grammar.ts';
import { endOfPath, startOfPath, toMatch } from './match.ts';
import { matchesOf, type SequenceContext } from './sequence.ts';

interface Phrase {
  start: number;
  end: number;
  facts: AtomFacts;
}

/** What is known of a phrase made of the atoms of a path. */
function factsOf(path: readonly number[], classes: readonly number[], atoms: Atoms, parts: AtomPart[]): AtomFacts {
  let value = -Infinity;
  let exact = 0;
  let fuzzy = 0;
  for (const atom of path) {
    const facts = atoms.of(atom);
    value = Math.max(value, facts.value);
    exact += facts.exact;
    fuzzy += facts.fuzzy;
  }
  return { classes, value, exact, fuzzy, standing: standings.alone, parts };
}

function phrasesOf(phrase: CompiledPhrase, context: SequenceContext, grammar: CompiledGrammar): Iterable<Phrase> {
  const byStart = new Map<number, Phrase>();
  const { atoms } = context.table;
  const { role } = phrase;
  const classes = [phrase.classId];
  for (const pattern of phrase.patterns) {
    for (const path of matchesOf(context, pattern)) {
      const start = startOfPath(path, atoms);
      const end = endOfPath(path, atoms);
      const known = byStart.get(start);
      if (known !== undefined && known.end >= end) continue;
      const parts = role === null ? toMatch(path, pattern, atoms, grammar).parts : [{ role, start, end }];
      byStart.set(start, { start, end, facts: factsOf(path, classes, atoms, parts) });
    }
  }
  return byStart.values();
}

/** Runs the phrase cascade in order; each phrase sees the words and all phrases before it. Longest match per start. */
export function runPhrases(context: SequenceContext, grammar: CompiledGrammar): void {
  for (const phrase of grammar.phrases) context.table.addPhrases(phrase.classId, phrasesOf(phrase, context, grammar));
}
