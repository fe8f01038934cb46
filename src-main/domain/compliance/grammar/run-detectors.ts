import { isSeparated, sentenceAround } from '../text/boundaries.ts';
import type { CompiledCondition, CompiledDetector, CompiledGrammar } from './compile-grammar.ts';
import { toMatch, type GrammarMatch } from './match.ts';
import { Scopes } from './scopes.ts';
import { matchesOf, type SequenceContext } from './sequence.ts';

/** A match of a detector in one view. */
export interface Detection extends GrammarMatch {
  detector: CompiledDetector;
}

function rangeOf(
  condition: CompiledCondition,
  match: GrammarMatch,
  context: SequenceContext,
): { from: number; to: number } {
  if (condition.within === 'text') return { from: 0, to: context.length };
  const level = condition.within === 'clause' ? 1 : 3;
  const head = sentenceAround(context.boundaries, match.start, context.length, level);
  const tail = sentenceAround(context.boundaries, Math.max(match.end - 1, match.start), context.length, level);
  return { from: head.from, to: tail.to };
}

function holds(condition: CompiledCondition, match: GrammarMatch, context: SequenceContext): boolean {
  const { from, to } = rangeOf(condition, match, context);
  return condition.classes.some((id) => context.atoms.within(id, from, to) !== undefined);
}

const touchReach = 4;

function touches(
  ids: readonly number[],
  side: 'before' | 'after',
  match: GrammarMatch,
  context: SequenceContext,
): boolean {
  const [from, to] =
    side === 'before'
      ? [Math.max(0, match.start - touchReach - 8), match.start]
      : [match.end, Math.min(context.length, match.end + touchReach + 8)];
  return ids.some((id) => {
    const atom = context.atoms.within(id, from, to);
    if (atom === undefined) return false;
    const [left, right] = side === 'before' ? [atom.end, match.start] : [match.end, atom.start];
    return right - left <= touchReach && !isSeparated(context.boundaries, left, right, 0);
  });
}

/** Words known only by their sound or initials need other evidence in the same match. */
function isWellFounded(match: GrammarMatch): boolean {
  let fuzzy = 0;
  let exact = 0;
  for (const atom of match.atoms) {
    fuzzy += atom.fuzzy;
    exact += atom.exact;
  }
  return fuzzy === 0 || fuzzy > 1 || exact > 0;
}

/** True when the last amount of the match is at least the first. */
function amountsGrow(match: GrammarMatch): boolean {
  const amounts = match.atoms.map((atom) => atom.value).filter((value) => value > 0);
  const [first = 0] = amounts;
  return amounts.length > 1 && (amounts.at(-1) ?? 0) >= first;
}

function passes(detector: CompiledDetector, match: GrammarMatch, context: SequenceContext, scopes: Scopes): boolean {
  if (!isWellFounded(match)) return false;
  if (detector.over !== null && !match.atoms.some((atom) => atom.value > (detector.over ?? 0))) return false;
  if (detector.grows && !amountsGrow(match)) return false;
  if (detector.needs !== null && !holds(detector.needs, match, context)) return false;
  if (detector.unless.some((condition) => holds(condition, match, context))) return false;
  if (touches(detector.unlessBefore, 'before', match, context)) return false;
  if (touches(detector.unlessAfter, 'after', match, context)) return false;
  return scopes.exempts(match, detector.ignores) === null;
}

/** Runs every detector over one view whose phrases are already in place. */
export function runDetectors(context: SequenceContext, grammar: CompiledGrammar): Detection[] {
  const scopes = new Scopes(context, grammar);
  const out: Detection[] = [];
  for (const { detector, pattern } of grammar.patterns.possible(context.atoms.presentSets)) {
    for (const path of matchesOf(context, pattern)) {
      const match = toMatch(path, pattern, grammar);
      if (passes(detector, match, context, scopes)) out.push({ ...match, detector });
    }
  }
  return out;
}
