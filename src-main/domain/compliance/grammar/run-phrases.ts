import type { Atom } from './atoms.ts';
import type { CompiledGrammar, CompiledPhrase } from './compile-grammar.ts';
import { toMatch } from './match.ts';
import { matchesOf, type SequenceContext } from './sequence.ts';

function phraseAtoms(phrase: CompiledPhrase, context: SequenceContext, grammar: CompiledGrammar): Atom[] {
  const byStart = new Map<number, Atom>();
  for (const pattern of phrase.patterns) {
    for (const path of matchesOf(context, pattern)) {
      const match = toMatch(path, pattern, grammar);
      const known = byStart.get(match.start);
      if (known !== undefined && known.end >= match.end) continue;
      byStart.set(match.start, {
        start: match.start,
        end: match.end,
        classes: [phrase.classId],
        value: Math.max(...path.map((atom) => atom.value)),
        exact: path.reduce((sum, atom) => sum + atom.exact, 0),
        fuzzy: path.reduce((sum, atom) => sum + atom.fuzzy, 0),
        standing: 'alone',
        parts: phrase.role === null ? match.parts : [{ role: phrase.role, start: match.start, end: match.end }],
      });
    }
  }
  return [...byStart.values()];
}

/** Runs the phrase cascade in order; each phrase sees the words and all phrases before it. Longest match per start. */
export function runPhrases(context: SequenceContext, grammar: CompiledGrammar): void {
  for (const phrase of grammar.phrases) {
    const found = phraseAtoms(phrase, context, grammar);
    for (const atom of found) context.atoms.add(atom);
    if (found.length > 0) context.atoms.sort(phrase.classId);
  }
}
