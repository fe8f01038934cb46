import { type CalendarDay, dayInShanghai } from '../links/calendar-day.ts';
import { isConclusive, type ProbeAnswer } from './probe-answer.ts';

/**
 * Which answers count on a day: of each probe the newest one that settled its question, and what came after it. An answer
 * that settled nothing (a timeout after a block) neither counts as a change for the better nor hides what was known.
 * @param answers of one link, in any order
 */
export function currentAnswers<Answer extends ProbeAnswer>(answers: readonly Answer[], asOf: CalendarDay): Answer[] {
  const newestFirst = answers
    .filter(({ skipped, checkedAt }) => !skipped && (dayInShanghai(checkedAt) ?? '9999') <= asOf)
    .sort((a, b) => (a.checkedAt === b.checkedAt ? b.id - a.id : a.checkedAt < b.checkedAt ? 1 : -1));
  const settled = new Set<string>();
  return newestFirst.filter((answer) => {
    if (settled.has(answer.probe)) return false;
    if (isConclusive(answer)) settled.add(answer.probe);
    return true;
  });
}
