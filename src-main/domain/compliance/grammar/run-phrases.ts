import type { Atom, Role } from './atoms.ts';
import type { CompiledGrammar, CompiledPhrase } from './compile-grammar.ts';
import { toMatch, type GrammarMatch } from './match.ts';
import { matchesOf, type SequenceContext } from './sequence.ts';

/** One atom for all of a path. */
function joined(path: readonly Atom[], classes: readonly number[], match: GrammarMatch, role: Role | null): Atom {
  const { start, end } = match;
  let value = -Infinity;
  let exact = 0;
  let fuzzy = 0;
  for (const atom of path) {
    value = Math.max(value, atom.value);
    exact += atom.exact;
    fuzzy += atom.fuzzy;
  }
  const parts = role === null ? match.parts : [{ role, start, end }];
  return { start, end, classes, value, exact, fuzzy, standing: 'alone', parts };
}

function phraseAtoms(phrase: CompiledPhrase, context: SequenceContext, grammar: CompiledGrammar): Iterable<Atom> {
  const byStart = new Map<number, Atom>();
  const classes = [phrase.classId];
  for (const pattern of phrase.patterns) {
    for (const path of matchesOf(context, pattern)) {
      const match = toMatch(path, pattern, grammar);
      const known = byStart.get(match.start);
      if (known === undefined || known.end < match.end)
        byStart.set(match.start, joined(path, classes, match, phrase.role));
    }
  }
  return byStart.values();
}

/** Runs the phrase cascade in order; each phrase sees the words and all phrases before it. Longest match per start. */
export function runPhrases(context: SequenceContext, grammar: CompiledGrammar): void {
  for (const phrase of grammar.phrases) {
    for (const atom of phraseAtoms(phrase, context, grammar)) context.atoms.add(atom);
    context.atoms.sort();
  }
}
