import { isSeparated, sentenceAround } from '../text/boundaries.ts';
import type { Atoms } from './atoms.ts';
import type { CompiledCondition, CompiledDetector, CompiledGrammar } from './compile-grammar.ts';
import { endOfPath, startOfPath, toMatch, type GrammarMatch } from './match.ts';
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
  return condition.classes.some((id) => context.table.within(id, from, to) >= 0);
}

const touchReach = 4;

/** Whether an atom of one of the classes stands right before or right behind a match. */
function touches(
  ids: readonly number[],
  side: 'before' | 'after',
  match: GrammarMatch,
  { table, boundaries, length }: SequenceContext,
): boolean {
  if (ids.length === 0) return false;
  const { atoms } = table;
  const isBefore = side === 'before';
  const from = isBefore ? Math.max(0, match.start - touchReach - 8) : match.end;
  const to = isBefore ? match.start : Math.min(length, match.end + touchReach + 8);
  for (const id of ids) {
    const atom = table.within(id, from, to);
    if (atom < 0) continue;
    const left = isBefore ? atoms.endOf(atom) : match.end;
    const right = isBefore ? match.start : atoms.startOf(atom);
    if (right - left <= touchReach && !isSeparated(boundaries, left, right, 0)) return true;
  }
  return false;
}

/** Words known only by their sound or initials need other evidence in the same match. */
function isWellFounded(match: GrammarMatch, atoms: Atoms): boolean {
  let fuzzy = 0;
  let exact = 0;
  for (const atom of match.path) {
    const facts = atoms.of(atom);
    fuzzy += facts.fuzzy;
    exact += facts.exact;
  }
  return fuzzy === 0 || fuzzy > 1 || exact > 0;
}

/** True when the last amount of the match is at least the first. */
function amountsGrow(match: GrammarMatch, atoms: Atoms): boolean {
  const amounts = match.path.map((atom) => atoms.of(atom).value).filter((value) => value > 0);
  const [first = 0] = amounts;
  return amounts.length > 1 && (amounts.at(-1) ?? 0) >= first;
}

/** Whether a match is one of its detector, be it used or only mentioned. */
function fits(match: Detection, context: SequenceContext): boolean {
  const { detector } = match;
  const { atoms } = context.table;
  const { over } = detector;
  if (!isWellFounded(match, atoms)) return false;
  if (over !== null && !match.path.some((atom) => atoms.of(atom).value > over)) return false;
  if (detector.grows && !amountsGrow(match, atoms)) return false;
  if (detector.needs !== null && !holds(detector.needs, match, context)) return false;
  if (detector.unless.some((condition) => holds(condition, match, context))) return false;
  if (touches(detector.unlessBefore, 'before', match, context)) return false;
  return !touches(detector.unlessAfter, 'after', match, context);
}

/** Says of a stretch of a view whether a detection there counts. */
export type Counts = (start: number, end: number) => boolean;

/** What detectors matched in a view. */
export interface Detected {
  detections: Detection[];
  /** Matches in what somebody else said or wrote. */
  mentions: Detection[];
}

/** Runs every detector over one view whose phrases are already in place. */
export function runDetectors(context: SequenceContext, grammar: CompiledGrammar, counts?: Counts): Detected {
  const scopes = new Scopes(context, grammar);
  const detections: Detection[] = [];
  const mentions: Detection[] = [];
  const { atoms } = context.table;
  for (const { detector, pattern } of grammar.patterns.possible(context.table.blocks)) {
    for (const path of matchesOf(context, pattern)) {
      if (counts !== undefined && !counts(startOfPath(path, atoms), endOfPath(path, atoms))) continue;
      const { start, end, parts } = toMatch(path, pattern, atoms, grammar);
      const match = { detector, start, end, parts, path };
      if (!fits(match, context)) continue;
      const scope = scopes.exempts(match, detector.ignores);
      if (scope === null) detections.push(match);
      else if (scope === 'report' || scope === 'quotation') mentions.push(match);
    }
  }
  return { detections, mentions };
}
