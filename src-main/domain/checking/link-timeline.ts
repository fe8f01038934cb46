import type { DeviceEvidence } from '../openability/evidence.ts';
import type { ProbeAnswer } from './probe-answer.ts';

/** One stretch of a link's history: the same answer of one probe, however often it was given in a row. */
export interface ProbeStretch<Answer extends ProbeAnswer = ProbeAnswer> {
  type: 'probe';
  /** The newest answer of the stretch. */
  answer: Answer;
  /** ISO instant of its first answer. */
  since: string;
  times: number;
  /**
   * What the same probe had found before, when it found something else; null for its first finding, for the same one again,
   * and for a check that was skipped: what was not asked has not turned.
   */
  turnedFrom: Answer | null;
}

export type TimelineEntry<Answer extends ProbeAnswer = ProbeAnswer> =
  | ProbeStretch<Answer>
  | { type: 'device'; record: DeviceEvidence };

/**
 * When a link turned, newest first. Skipped answers are part of it: a check that could not be made is no silence.
 * @param answers of one link, in any order
 */
export function linkTimeline<Answer extends ProbeAnswer>(
  answers: readonly Answer[],
  devices: readonly DeviceEvidence[],
): TimelineEntry<Answer>[] {
  const stretches: ProbeStretch<Answer>[] = [];
  const open = new Map<string, ProbeStretch<Answer>>();
  const found = new Map<string, Answer>();
  for (const answer of [...answers].sort(byTime)) {
    const known = open.get(answer.probe);
    const before = found.get(answer.probe) ?? null;
    if (!answer.skipped) found.set(answer.probe, answer);
    if (known && isSameAnswer(known.answer, answer)) {
      known.answer = answer;
      known.times += 1;
      continue;
    }
    const stretch = {
      type: 'probe' as const,
      answer,
      since: answer.checkedAt,
      times: 1,
      turnedFrom: answer.skipped || before === null || isSameAnswer(before, answer) ? null : before,
    };
    stretches.push(stretch);
    open.set(answer.probe, stretch);
  }
  const entries: TimelineEntry<Answer>[] = [
    ...stretches,
    ...devices.map((record) => ({ type: 'device' as const, record })),
  ];
  return entries.sort((a, b) => (instantOf(a) === instantOf(b) ? 0 : instantOf(a) < instantOf(b) ? 1 : -1));
}

/** Two answers that mean the same to the reader, whatever their time and wording. */
export const isSameAnswer = (a: ProbeAnswer, b: ProbeAnswer): boolean =>
  a.reason === b.reason && a.outcome === b.outcome && a.params['cause'] === b.params['cause'];

const byTime = (a: ProbeAnswer, b: ProbeAnswer): number =>
  a.checkedAt === b.checkedAt ? a.id - b.id : a.checkedAt < b.checkedAt ? -1 : 1;

const instantOf = (entry: TimelineEntry): string =>
  entry.type === 'probe' ? entry.answer.checkedAt : entry.record.checkedAt;
