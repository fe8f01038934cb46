import { addDays } from '../shared/shanghai-day.ts';
import type { CalendarDay } from '../links/calendar-day.ts';
import type { LinkKind } from '../links/link-kinds.ts';
import { policyTable } from './judge.ts';
import type { Outcome } from './outcomes.ts';
import type { OpenabilityPack } from './pack-shape.ts';

/** A day on which what the rules say about one kind of link on one surface became something else. */
export interface RuleChange {
  /** First day of the new outcome. */
  on: CalendarDay;
  surface: string;
  kind: LinkKind;
  from: Outcome;
  to: Outcome;
}

/** Days on which a rule starts, or the first without one that ended; newest first, none after `until`. */
function turningDays(pack: OpenabilityPack, until: CalendarDay): CalendarDay[] {
  const days = new Set<CalendarDay>();
  for (const { from, to } of pack.rows) {
    if (from !== null) days.add(from);
    if (to !== null) days.add(addDays(to, 1));
  }
  return [...days].filter((day) => day <= until).sort((a, b) => (a < b ? 1 : -1));
}

/**
 * The latest changes of a pack's rules, newest first, up to a day.
 * @param concerns which changes matter, e.g. those about kinds the catalog holds
 */
export function latestRuleChanges(
  pack: OpenabilityPack,
  until: CalendarDay,
  most: number,
  concerns: (change: RuleChange) => boolean,
): RuleChange[] {
  const changes: RuleChange[] = [];
  const days = turningDays(pack, until);
  // Between two turning days nothing changes, so the table of the older one is what held before the newer.
  let table = policyTable(pack, days[0] ?? until);
  for (const [index, on] of days.entries()) {
    if (changes.length >= most) break;
    const before = policyTable(pack, days[index + 1] ?? addDays(on, -1));
    table.forEach(({ kind, surface, outcome }, at) => {
      // Both tables list the same kinds and surfaces in the same order.
      const from = before[at]?.outcome ?? outcome;
      const change = { on, surface, kind, from, to: outcome };
      if (from !== outcome && concerns(change)) changes.push(change);
    });
    table = before;
  }
  return changes.slice(0, most);
}
