import type { SequenceContext } from '../grammar/sequence.ts';
import { sentenceAround } from '../text/boundaries.ts';
import type { EvidenceScale, WeighedView } from './evidence-scale.ts';
import type { EvidenceWindow } from './evidence-windows.ts';

/** What the words around a match make of it: they may speak for it or say nothing, speak against it, or rule it out. */
export type Standing = 'sure' | 'doubtful' | 'coincidence';

/**
 * How a pattern's match of units `match` stands in its text. What its sentence and the windows of `weighed` around it say
 * counts, not what the matched words do: these made the pattern match. Where the heaviest of them is likelier harmless
 * than not the match is doubtful, and a coincidence (喊了三个人帮忙抬钢琴) where it speaks clearly against a violation.
 */
export function standingOf(
  { boundaries, length }: SequenceContext,
  scale: EvidenceScale,
  { weighed, match }: { weighed: WeighedView; match: EvidenceWindow },
): Standing {
  const around = weighed.windows.filter((window) => window.from < match.to && match.from < window.to);
  if (around.length === 0) return 'sure';
  const first = sentenceAround(boundaries, match.from, length).from;
  const last = sentenceAround(boundaries, Math.max(match.to - 1, match.from), length).to;
  let heaviest = -Infinity;
  for (const window of around) {
    const from = Math.max(first, window.from);
    const to = Math.min(last, window.to);
    const sentence = scale.weightOf(scale.sumOf(weighed, from, to), to - from);
    heaviest = Math.max(heaviest, window.weight, sentence);
  }
  if (heaviest >= 0) return 'sure';
  return heaviest >= scale.harmless ? 'doubtful' : 'coincidence';
}
