import type { SequenceContext } from '../grammar/sequence.ts';
import { isSeparated } from '../text/boundaries.ts';
import { spanOf } from '../text/view.ts';
import type { TextSpan } from '../finding.ts';
import type { EvidenceWindow } from './evidence-windows.ts';
import type { ViewResult } from '../lint-view.ts';
import type { EvidenceScale, WeighedWindow } from './evidence-scale.ts';

/** A stretch that as a whole reads like a violation, in units of the view. */
export interface Opinion extends EvidenceWindow {
  detector: string;
  /** The pairs of characters that weighed most, for the explanation, in the order of the text. */
  words: EvidenceWindow[];
}

const mostWords = 3;

function isContent(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** The run of clauses with the largest sum. */
function heaviestClauses(context: SequenceContext, window: WeighedWindow, sums: Float64Array): EvidenceWindow {
  let best = { from: window.from, to: window.to, sum: -Infinity };
  let run = { from: window.from, sum: 0 };
  for (let from = window.from; from < window.to; ) {
    let to = from;
    let clause = 0;
    while (to < window.to && (to === from || !isSeparated(context.boundaries, to - 1, to, 0))) {
      clause += sums[to - window.from] ?? 0;
      to += 1;
    }
    run = run.sum > 0 ? { from: run.from, sum: run.sum + clause } : { from, sum: clause };
    if (run.sum > best.sum) best = { from: run.from, to, sum: run.sum };
    from = to;
  }
  let { from, to } = best;
  while (from < to && !isContent(context.units[from] ?? 0)) from += 1;
  while (to > from && !isContent(context.units[to - 1] ?? 0)) to -= 1;
  return from < to ? { from, to } : { from: window.from, to: window.to };
}

function heaviestPairs(
  context: SequenceContext,
  span: EvidenceWindow,
  sums: Float64Array,
  base: number,
): EvidenceWindow[] {
  const pairs = Array.from({ length: Math.max(span.to - span.from - 1, 0) }, (_, index) => span.from + index + 1)
    .filter((at) => isContent(context.units[at] ?? 0) && isContent(context.units[at - 1] ?? 0))
    .map((at) => ({ from: at - 1, to: at + 1, sum: sums[at - base] ?? 0 }))
    .filter((pair) => pair.sum > 0)
    .sort((left, right) => right.sum - left.sum || left.from - right.from);
  const kept: EvidenceWindow[] = [];
  for (const { from, to } of pairs) {
    if (kept.length === mostWords) break;
    if (kept.every((other) => to <= other.from || from >= other.to)) kept.push({ from, to });
  }
  return kept.sort((left, right) => left.from - right.from);
}

/**
 * Second opinion on what the patterns left: stretches that read like a violation though no pattern describes them.
 * Nothing is said about windows that hold one of the findings `known`, given by places in the whole text.
 */
export function secondOpinion(
  { context, view }: ViewResult,
  scale: EvidenceScale,
  { known, offset }: { known: readonly TextSpan[]; offset: number },
): Opinion[] {
  const out: Opinion[] = [];
  for (const weighed of scale.weigh(context)) {
    const previous = out.at(-1);
    if (previous !== undefined && previous.to > weighed.from) continue;
    const place = spanOf(view, weighed.from, weighed.to);
    if (known.some((found) => found.start < place.end + offset && place.start + offset < found.end)) continue;
    const sums = scale.contributions(context, weighed);
    const span = heaviestClauses(context, weighed, sums);
    out.push({ ...span, detector: weighed.detector, words: heaviestPairs(context, span, sums, weighed.from) });
  }
  return out;
}
