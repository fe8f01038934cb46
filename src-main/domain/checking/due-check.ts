import { daysBetween } from '../shared/shanghai-day.ts';
import type { CalendarDay } from '../links/calendar-day.ts';
import type { Outcome } from '../openability/outcomes.ts';

/** What decides whether a link should be looked at again. Days are in Asia/Shanghai. */
export interface DueFacts {
  /** Day of the last answer; null: never checked. */
  checkedOn: CalendarDay | null;
  /** What that answer meant; null: nothing against the link. */
  lastOutcome: Outcome | null;
  /** First day on which the link or its coupon is dead; null: no end known. */
  deadFrom: CalendarDay | null;
  /** Day of the next campaign that may post it; null: none, or a campaign without a day. */
  campaignOn: CalendarDay | null;
  inCampaign: boolean;
  /** A campaign posts it where anybody may complain about it (groups, Moments, official accounts). */
  isPublic: boolean;
}

/** Why a link is due; the sentence is in the catalogue under `dueReasons`. */
export const dueReasons = [
  'campaign-soon',
  'ending-soon',
  'was-in-trouble',
  'in-campaign',
  'old',
  'never-checked',
] as const;
export type DueReason = (typeof dueReasons)[number];

export interface Due {
  reason: DueReason;
  /** Higher goes first. */
  priority: number;
}

/** A campaign this near is about to be posted. */
const soonDays = 3;
/** A block is lifted after a week at the latest unless repeated, so an answer older than that has to be asked again. */
const answerDays = 7;
/** A link nobody is about to post may wait longer. */
const idleDays = 14;

/** Whether a link is due for a check on a day, and how urgently. A link that is dead by its own dates is not asked about. */
export function dueForCheck(facts: DueFacts, today: CalendarDay): Due | null {
  const age = facts.checkedOn === null ? Infinity : daysBetween(facts.checkedOn, today);
  if (age < 1 || (facts.deadFrom !== null && facts.deadFrom <= today)) return null;
  const found = dated(facts, today) ?? aged(facts, age);
  // Where strangers can complain comes first, and of equals what was left alone longest.
  const extra = (facts.isPublic ? 20 : 0) + Math.min(age, 30) / 10;
  return found && { reason: found.reason, priority: Math.round((found.priority + extra) * 10) };
}

/** Something happens on a day that is near. */
function dated({ campaignOn, deadFrom, inCampaign }: DueFacts, today: CalendarDay): Due | null {
  const untilCampaign = campaignOn === null ? -1 : daysBetween(today, campaignOn);
  if (untilCampaign >= 0 && untilCampaign <= soonDays) {
    return { reason: 'campaign-soon', priority: 1_000 - 50 * untilCampaign };
  }
  const untilEnd = deadFrom === null ? Infinity : daysBetween(today, deadFrom);
  return inCampaign && untilEnd <= soonDays ? { reason: 'ending-soon', priority: 700 - 20 * untilEnd } : null;
}

/** The last answer is old, or there was none. */
function aged({ inCampaign, lastOutcome }: DueFacts, age: number): Due | null {
  if (age === Infinity) {
    return inCampaign ? { reason: 'in-campaign', priority: 600 } : { reason: 'never-checked', priority: 100 };
  }
  if (lastOutcome !== null) return { reason: 'was-in-trouble', priority: 500 };
  if (inCampaign && age >= answerDays) return { reason: 'in-campaign', priority: 400 };
  return age >= idleDays ? { reason: 'old', priority: 200 } : null;
}
