import { addDays } from '../shared/shanghai-day.ts';
import type { CalendarDay } from '../links/calendar-day.ts';
import { type LinkKind, linkKindIds } from '../links/link-kinds.ts';
import type { Outcome } from './outcomes.ts';
import type { OpenabilityPack } from './pack-shape.ts';
import { compilePolicy } from './policy.ts';

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

/** What a change has to be about to matter: kinds a catalog holds, surfaces its owner posts to. */
interface Concern {
  kinds: readonly string[];
  surfaces: readonly string[];
}

/** The latest changes of a pack's rules, newest first, up to a day. */
export function latestRuleChanges(
  pack: OpenabilityPack,
  until: CalendarDay,
  most: number,
  concern: Concern,
): RuleChange[] {
  const kinds = linkKindIds.filter((kind) => concern.kinds.includes(kind));
  const surfaces = pack.surfaces.map(({ id }) => id).filter((id) => concern.surfaces.includes(id));
  const pairs = kinds.flatMap((kind) => surfaces.map((surface) => ({ kind, surface })));
  const changes: RuleChange[] = [];
  const days = turningDays(pack, until);
  // Between two turning days nothing changes, so the policy of the older one is what held before the newer.
  let policy = compilePolicy(pack, days[0] ?? until);
  for (const [index, on] of days.entries()) {
    if (changes.length >= most) break;
    const before = compilePolicy(pack, days[index + 1] ?? addDays(on, -1));
    for (const { kind, surface } of pairs) {
      const from = before.of(kind, surface, []).verdict.outcome;
      const to = policy.of(kind, surface, []).verdict.outcome;
      if (from !== to) changes.push({ on, surface, kind, from, to });
    }
    policy = before;
  }
  return changes.slice(0, most);
}
