import { standings, type AtomFacts, type Atoms, type Role } from './atoms.ts';
import type { CompiledGrammar, CompiledPhrase } from './compile-grammar.ts';
import { toMatch, type GrammarMatch } from './match.ts';
import { matchesOf, type SequenceContext } from './sequence.ts';

interface Phrase {
  start: number;
  end: number;
  facts: AtomFacts;
}

/** One atom for all of a match. */
function joined(match: GrammarMatch, classes: readonly number[], atoms: Atoms, role: Role | null): Phrase {
  const { start, end } = match;
  let value = -Infinity;
  let exact = 0;
  let fuzzy = 0;
  for (const atom of match.path) {
    const facts = atoms.of(atom);
    value = Math.max(value, facts.value);
    exact += facts.exact;
    fuzzy += facts.fuzzy;
  }
  const parts = role === null ? match.parts : [{ role, start, end }];
  return { start, end, facts: { classes, value, exact, fuzzy, standing: standings.alone, parts } };
}

function phrasesOf(phrase: CompiledPhrase, context: SequenceContext, grammar: CompiledGrammar): Iterable<Phrase> {
  const byStart = new Map<number, Phrase>();
  const { atoms } = context.table;
  const classes = [phrase.classId];
  for (const pattern of phrase.patterns) {
    for (const path of matchesOf(context, pattern)) {
      const match = toMatch(path, pattern, atoms, grammar);
      const known = byStart.get(match.start);
      if (known === undefined || known.end < match.end)
        byStart.set(match.start, joined(match, classes, atoms, phrase.role));
    }
  }
  return byStart.values();
}

/** Runs the phrase cascade in order; each phrase sees the words and all phrases before it. Longest match per start. */
export function runPhrases(context: SequenceContext, grammar: CompiledGrammar): void {
  for (const phrase of grammar.phrases) context.table.addPhrases(phrase.classId, phrasesOf(phrase, context, grammar));
}
