import type { SequenceContext } from '../grammar/sequence.ts';
import { boundariesBefore, type Boundaries } from '../text/boundaries.ts';

/** A stretch of a view that is weighed as one, in units. */
export interface EvidenceWindow {
  from: number;
  to: number;
}

/** Longer texts are weighed in windows of whole sentences, each starting about in the middle of the one before. */
const longestWindow = 100;
const shortestStep = 45;

/** The place behind the last boundary of at least a level in units `[from, to)`, -1 when there is none. */
function lastBoundary(boundaries: Boundaries, level: 1 | 3, from: number, to: number): number {
  const passed = boundariesBefore(boundaries, level, to);
  const place = passed === 0 ? -1 : (boundaries.places[level - 1]?.[passed - 1] ?? -1);
  return place >= from ? place + 1 : -1;
}

/** Where best to cut behind `from`: at the last sentence end up to `to`, else at the last comma, else at `to`. */
function lastBreak({ boundaries }: Pick<SequenceContext, 'boundaries'>, from: number, to: number): number {
  const sentence = lastBoundary(boundaries, 3, from, to);
  if (sentence >= 0) return sentence;
  const clause = lastBoundary(boundaries, 1, from, to);
  return clause >= 0 ? clause : to;
}

/** A shorter sentence says too little without those around it, in units. */
const shortestSentence = 8;

/** The sentences of a view that `windows` weigh only together with others. */
export function sentencesWithin(
  { boundaries, length }: Pick<SequenceContext, 'boundaries' | 'length'>,
  windows: readonly EvidenceWindow[],
): EvidenceWindow[] {
  const ends = new Map(windows.map((window) => [window.from, window.to]));
  const out: EvidenceWindow[] = [];
  let from = 0;
  for (const to of [...boundaries.places[2], length]) {
    const size = to - from;
    // A window that ends with the mark of a sentence weighs that sentence.
    const isWindow = (ends.get(from) ?? Infinity) <= to + 1;
    if (size >= shortestSentence && size < longestWindow && !isWindow) out.push({ from, to });
    from = to + 1;
  }
  return out;
}

/** Cuts a view into overlapping windows at sentence ends, else at commas, else anywhere. */
export function evidenceWindows(context: Pick<SequenceContext, 'boundaries' | 'length'>): EvidenceWindow[] {
  const out: EvidenceWindow[] = [];
  let from = 0;
  while (from < context.length) {
    if (context.length - from <= longestWindow) {
      out.push({ from, to: context.length });
      break;
    }
    const to = lastBreak(context, from + shortestStep, from + longestWindow);
    out.push({ from, to });
    from = lastBreak(context, from, Math.min(from + shortestStep, to));
  }
  return out;
}
