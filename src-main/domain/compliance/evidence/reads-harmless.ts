import type { SequenceContext } from '../grammar/sequence.ts';
import { sentenceAround } from '../text/boundaries.ts';
import type { EvidenceScale, WeighedView } from './evidence-scale.ts';
import type { EvidenceWindow } from './evidence-windows.ts';

/**
 * Whether a pattern that matches units `match` does so by coincidence (喊了三个人帮忙抬钢琴): the matched words do not
 * speak for a violation by themselves, and their sentence and all windows of `weighed` around it speak against one.
 */
export function readsHarmless(
  { boundaries, length }: SequenceContext,
  scale: EvidenceScale,
  { weighed, match }: { weighed: WeighedView; match: EvidenceWindow },
): boolean {
  const around = weighed.windows.filter((window) => window.from < match.to && match.from < window.to);
  if (around.length === 0 || around.some((window) => window.weight >= scale.harmless)) return false;
  const sentence = {
    from: sentenceAround(boundaries, match.from, length).from,
    to: sentenceAround(boundaries, Math.max(match.to - 1, match.from), length).to,
  };
  return around.every((window) => {
    const weightOf = (stretch: EvidenceWindow): number => {
      const from = Math.max(stretch.from, window.from);
      const to = Math.min(stretch.to, window.to);
      return scale.weightOf(scale.sumOf(weighed, from, to), to - from);
    };
    return weightOf(sentence) < scale.harmless && weightOf(match) < 0;
  });
}
