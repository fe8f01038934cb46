import type { SequenceContext } from '../grammar/sequence.ts';
import { sentenceAround } from '../text/boundaries.ts';
import type { EvidenceScale, WeighedView } from './evidence-scale.ts';
import type { EvidenceWindow } from './evidence-windows.ts';

/** What the words around a match make of it: they may speak for it or say nothing, speak against it, or rule it out. */
export type Standing = 'sure' | 'doubtful' | 'coincidence';

/**
 * How a pattern's match of units `match` stands in its text. It is doubtful when its sentence and all windows of
 * `weighed` around it are likelier harmless than not, and a coincidence (喊了三个人帮忙抬钢琴) when they speak clearly
 * against a violation and the matched words do not speak for one by themselves. These are not asked where all around is
 * plainly harmless, nor where a word of theirs is only heard (满八人开课，人不够就顺延): most words sound like others.
 */
export function standingOf(
  { boundaries, length }: SequenceContext,
  scale: EvidenceScale,
  { weighed, match, isHeard }: { weighed: WeighedView; match: EvidenceWindow; isHeard: boolean },
): Standing {
  const around = weighed.windows.filter((window) => window.from < match.to && match.from < window.to);
  if (around.length === 0 || around.some((window) => window.weight >= 0)) return 'sure';
  const sentence = {
    from: sentenceAround(boundaries, match.from, length).from,
    to: sentenceAround(boundaries, Math.max(match.to - 1, match.from), length).to,
  };
  /** Of the part of a stretch that is in a window. */
  const weightWithin = (window: EvidenceWindow, stretch: EvidenceWindow): number => {
    const from = Math.max(stretch.from, window.from);
    const to = Math.min(stretch.to, window.to);
    return scale.weightOf(scale.sumOf(weighed, from, to), to - from);
  };
  const heaviest = Math.max(...around.map((window) => Math.max(window.weight, weightWithin(window, sentence))));
  if (heaviest >= 0) return 'sure';
  if (heaviest >= scale.harmless) return 'doubtful';
  const isIdle = around.every(
    (window) => isHeard || window.weight < scale.plainlyHarmless || weightWithin(window, match) <= 0,
  );
  return isIdle ? 'coincidence' : 'doubtful';
}
