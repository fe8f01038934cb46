import type { SequenceContext } from '../grammar/sequence.ts';
import { isSeparated } from '../text/boundaries.ts';
import { isContent } from '../text/unit-kinds.ts';
import type { View } from '../text/view.ts';
import type { TextSpan } from '../finding.ts';
import type { EvidenceWindow } from './evidence-windows.ts';
import type { ViewResult } from '../lint-view.ts';
import type { EvidenceScale, WeighedView } from './evidence-scale.ts';

/** A stretch that as a whole reads like a violation, in units of the view. */
export interface Opinion extends EvidenceWindow {
  detector: string;
  /** The pairs of characters that weighed most, for the explanation, in the order of the text. */
  words: EvidenceWindow[];
}

const mostWords = 3;
/** Units of the shortest stretch that is pointed at when there is more around it. */
const shortestSpan = 7;
/** How much heavier than a window alone a stretch must be beside a finding that is known, in log-odds. */
const besideKnown = 1;

/** What units `[from, to)` of a view add. */
type SumOf = (from: number, to: number) => number;

interface Clause extends EvidenceWindow {
  sum: number;
}

/** The clauses of a window with what each adds; null stands for clauses that hold one of the places `known`. */
function clausesOf(
  { boundaries }: SequenceContext,
  window: EvidenceWindow,
  sumOf: SumOf,
  known: readonly EvidenceWindow[],
): (Clause | null)[] {
  const out: (Clause | null)[] = [];
  for (let from = window.from; from < window.to; ) {
    let to = from + 1;
    while (to < window.to && !isSeparated(boundaries, to - 1, to, 0)) to += 1;
    const clause = { from, to, sum: sumOf(from, to) };
    out.push(known.some((place) => place.from < clause.to && clause.from < place.to) ? null : clause);
    from = to;
  }
  return out;
}

/** Places of the first and the last of the clauses in a row with the largest sum; null when all are taken. */
function heaviestRun(clauses: readonly (Clause | null)[]): { first: number; last: number; sum: number } | null {
  let best: { first: number; last: number; sum: number } | null = null;
  let run = { first: 0, sum: 0 };
  for (const [at, clause] of clauses.entries()) {
    if (clause === null) run = { first: at + 1, sum: 0 };
    else {
      run = run.sum > 0 ? { first: run.first, sum: run.sum + clause.sum } : { first: at, sum: clause.sum };
      if (best === null || run.sum > best.sum) best = { first: run.first, last: at, sum: run.sum };
    }
  }
  return best;
}

/**
 * The run of clauses with the largest sum. One of a word or two (沉默！) says little by itself: it is read with the
 * heavier of its neighbours.
 */
function heaviestClauses(clauses: readonly (Clause | null)[]): Clause | null {
  const run = heaviestRun(clauses);
  if (run === null) return null;
  let { first, last, sum } = run;
  const span = (): EvidenceWindow => ({ from: clauses[first]?.from ?? 0, to: clauses[last]?.to ?? 0 });
  while (span().to - span().from < shortestSpan) {
    const before = clauses[first - 1]?.sum ?? -Infinity;
    const after = clauses[last + 1]?.sum ?? -Infinity;
    if (before === -Infinity && after === -Infinity) break;
    if (after >= before) last += 1;
    else first -= 1;
    sum += Math.max(before, after);
  }
  return { ...span(), sum };
}

/** Without the marks and spaces around it; nothing is left of marks alone. */
function trimmed({ units }: SequenceContext, span: EvidenceWindow): EvidenceWindow {
  let { from, to } = span;
  while (from < to && !isContent(units[from] ?? 0)) from += 1;
  while (to > from && !isContent(units[to - 1] ?? 0)) to -= 1;
  return { from, to };
}

function heaviestPairs(context: SequenceContext, span: EvidenceWindow, sumOf: SumOf): EvidenceWindow[] {
  const pairs = Array.from({ length: Math.max(span.to - span.from - 1, 0) }, (_, index) => span.from + index + 1)
    .filter((at) => isContent(context.units[at] ?? 0) && isContent(context.units[at - 1] ?? 0))
    .map((at) => ({ from: at - 1, to: at + 1, sum: sumOf(at, at + 1) }))
    .filter((pair) => pair.sum > 0)
    .sort((left, right) => right.sum - left.sum || left.from - right.from);
  const kept: EvidenceWindow[] = [];
  for (const { from, to } of pairs) {
    if (kept.length === mostWords) break;
    if (kept.every((other) => to <= other.from || from >= other.to)) kept.push({ from, to });
  }
  return kept.sort((left, right) => left.from - right.from);
}

/** Whether a stretch beside a finding that is known says something by itself: no cry, and heavy alone. */
function saysEnough({ from, to, sum }: Clause, scale: EvidenceScale): boolean {
  return to - from >= shortestSpan && scale.weightOf(sum, to - from) >= scale.threshold + besideKnown;
}

/** Which units of a window stand for places in the whole text; those outside of it are left out. */
function unitsOf(places: readonly TextSpan[], view: View, window: EvidenceWindow, offset: number): EvidenceWindow[] {
  const first = (view.start[window.from] ?? 0) + offset;
  const last = (view.end[window.to - 1] ?? 0) + offset;
  const out: EvidenceWindow[] = [];
  for (const { start, end } of places) {
    // Most places of a long text lie in other windows.
    if (last <= start || first >= end) continue;
    let { from, to } = window;
    while (from < to && (view.end[from] ?? 0) + offset <= start) from += 1;
    while (to > from && (view.start[to - 1] ?? 0) + offset >= end) to -= 1;
    if (from < to) out.push({ from, to });
  }
  return out;
}

/** Windows that read like a violation, and sentences that do without what is around them, in the order of the text. */
function heavyStretches({ windows, sentences }: WeighedView, { threshold, alone }: EvidenceScale): EvidenceWindow[] {
  return [
    ...windows.filter((window) => window.weight > threshold),
    ...sentences.filter((sentence) => sentence.weight > threshold + alone),
  ].sort((left, right) => left.from - right.from);
}

/**
 * Second opinion on what the patterns left: stretches that read like a violation though no pattern describes them.
 * Beside one of the findings `known`, given by places in the whole text, only what weighs enough by itself is told of.
 */
export function secondOpinion(
  { context, view }: ViewResult,
  scale: EvidenceScale,
  { weighed, known, offset }: { weighed: WeighedView; known: readonly TextSpan[]; offset: number },
): Opinion[] {
  const out: Opinion[] = [];
  const sumOf: SumOf = (from, to) => scale.sumOf(weighed, from, to);
  for (const window of heavyStretches(weighed, scale)) {
    const previous = out.at(-1);
    if (previous !== undefined && previous.to > window.from) continue;
    const taken = unitsOf(known, view, window, offset);
    const heaviest = heaviestClauses(clausesOf(context, window, sumOf, taken));
    if (heaviest === null) continue;
    if (taken.length > 0 && !saysEnough(heaviest, scale)) continue;
    const inner = trimmed(context, heaviest);
    const span = inner.from < inner.to ? inner : { from: window.from, to: window.to };
    out.push({
      ...span,
      detector: scale.detectorOf(context, window),
      words: heaviestPairs(context, span, sumOf),
    });
  }
  return out;
}
