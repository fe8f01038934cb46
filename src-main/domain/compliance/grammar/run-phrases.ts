import { standings, type AtomFacts, type AtomPart, type Atoms } from './atoms.ts';
import type { CompiledGrammar, CompiledPhrase } from './compile-grammar.ts';
import { endOfPath, startOfPath, toMatch } from './match.ts';
import { matchesOf, type CompiledPattern, type SequenceContext } from './sequence.ts';

interface Candidate {
  start: number;
  end: number;
  path: readonly number[];
  pattern: CompiledPattern;
}

/** What is known of a phrase made of the atoms of a path. */
function factsOf(path: readonly number[], classes: number, atoms: Atoms, parts: AtomPart[]): AtomFacts {
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

/** The matches of a phrase in order, of those that start at one place the longest; of equals that of the first pattern. */
function longestMatches({ patterns }: CompiledPhrase, context: SequenceContext): Candidate[] {
  const { table, elements } = context;
  const { atoms } = table;
  const found: Candidate[] = [];
  for (const pattern of patterns) {
    if (!table.blocks.mayMatch(elements, pattern.from, pattern.to)) continue;
    for (const path of matchesOf(context, pattern))
      found.push({ start: startOfPath(path, atoms), end: endOfPath(path, atoms), path, pattern });
  }
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  const longest: Candidate[] = [];
  for (const candidate of found) if (longest.at(-1)?.start !== candidate.start) longest.push(candidate);
  return longest;
}

/**
 * Runs the phrase cascade in order; each phrase sees the words and all phrases before it. Longest match per start.
 */
export function runPhrases(context: SequenceContext, grammar: CompiledGrammar): void {
  const { table } = context;
  for (const phrase of grammar.phrases) {
    const { classId, role } = phrase;
    const classes = grammar.classRuns.ofClass(classId);
    const added: number[] = [];
    for (const { start, end, path, pattern } of longestMatches(phrase, context)) {
      const parts = role === null ? toMatch(path, pattern, table.atoms, grammar).parts : [{ role, start, end }];
      added.push(table.atoms.add(start, end, factsOf(path, classes, table.atoms, parts)));
    }
    table.addPhrases(classId, added);
  }
}
