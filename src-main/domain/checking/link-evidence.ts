import type { CalendarDay } from '../links/calendar-day.ts';
import type { JudgedLink, LifecycleFact, LinkEvidence } from '../openability/evidence.ts';
import { currentAnswers } from './current-answers.ts';
import { deviceEvidenceFor, type DeviceRecord, type RecordedLink } from './device-records.ts';
import { isConclusive, type ProbeAnswer, toEvidence } from './probe-answer.ts';

/** Everything stored about links, as it counts on a day. */
export interface Known {
  answers: readonly ProbeAnswer[];
  records: readonly DeviceRecord[];
  lifecycle: readonly LifecycleFact[];
}

/** A link and what is known of it, ready for the judge. */
export function linkEvidence(
  link: RecordedLink,
  { answers, records, lifecycle }: Known,
  asOf: CalendarDay,
): { link: JudgedLink; evidence: LinkEvidence } {
  const current = currentAnswers(answers, asOf);
  const extraClasses = classesSeen(current);
  return {
    link: extraClasses.length === 0 ? link : { ...link, extraClasses },
    evidence: { lifecycle, probes: current.map(toEvidence), devices: deviceEvidenceFor(link, records) },
  };
}

/** Link classes of the policy pack that a probe proved: WeChat's own notice called the page "not official" (no ICP filing). */
function classesSeen(current: readonly ProbeAnswer[]): string[] {
  const settled = current.find((answer) => answer.probe === 'wapredirect' && isConclusive(answer));
  return settled?.params['cause'] === 'not-official' ? ['own_landing_no_icp'] : [];
}
