import type { SequenceContext } from '../grammar/sequence.ts';
import { sentenceAround } from '../text/boundaries.ts';
import type { EvidenceScale, WeighedView } from './evidence-scale.ts';
import type { EvidenceWindow } from './evidence-windows.ts';

/**
 * Whether a pattern that matches units `match` does so by coincidence (喊了三个人帮忙抬钢琴): their sentence and all
 * windows of `weighed` around it speak against a violation, and the matched words do not speak for one by themselves.
 * These are not asked where all around is plainly harmless, nor where a word of theirs is only heard (满八人开课，人不够
 * 就顺延): most words sound like others.
 */
export function readsHarmless(
  { boundaries, length }: SequenceContext,
  scale: EvidenceScale,
  { weighed, match, isHeard }: { weighed: WeighedView; match: EvidenceWindow; isHeard: boolean },
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
    const isIdle = isHeard || window.weight < scale.plainlyHarmless || weightOf(match) < 0;
    return isIdle && weightOf(sentence) < scale.harmless;
  });
}
