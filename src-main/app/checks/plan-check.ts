import type { CheckPlanReader, NewCheckTask, PlannableLink } from '#app/ports/check-store';
import type { CheckScope } from '#contract/checks';
import type { SurfaceId } from '#contract/surfaces';
import { type Due, dueForCheck, type DueReason } from '#domain/checking/due-check';
import { isLinkKind } from '#domain/links/link-kinds';
import { lastOf } from '#domain/shared/last-of';
import { type DueEntry, DueTally } from './due-tally.ts';

export interface PlanDependencies {
  links: CheckPlanReader;
  /** Links a campaign would post now on a surface (null = on every surface of it), in the order of its items. */
  campaignLinks(campaignId: number, surface: SurfaceId | null): number[];
}

export interface PlanContext {
  surface: SurfaceId;
  /** The day verdicts are for. */
  asOf: string;
  today: string;
}

/** The links a scope names, most urgent first. */
export function planCheck(deps: PlanDependencies, scope: CheckScope, context: PlanContext): NewCheckTask[] {
  const known = scope.type === 'due' ? dueTasks(deps.links, context, scope.limit) : namedTasks(deps, scope, context);
  return known.filter(({ kind }) => isLinkKind(kind));
}

function namedTasks(
  deps: PlanDependencies,
  scope: Exclude<CheckScope, { type: 'due' }>,
  context: PlanContext,
): NewCheckTask[] {
  const found = findLinks(deps, scope, context);
  const order = scope.type === 'campaign' ? deps.campaignLinks(scope.id, scope.surface) : [];
  const place = new Map(order.map((id, index) => [id, index]));
  const inOrder =
    order.length === 0 ? found : found.sort((a, b) => (place.get(a.linkId) ?? 0) - (place.get(b.linkId) ?? 0));
  return inOrder.map((link) => toTask(link, 0));
}

function findLinks(
  { links, campaignLinks }: PlanDependencies,
  scope: Exclude<CheckScope, { type: 'due' }>,
  { surface, asOf }: PlanContext,
): PlannableLink[] {
  switch (scope.type) {
    case 'all':
      return links.all(surface, asOf);
    case 'links':
      return links.byIds(scope.linkIds, surface, asOf);
    case 'filter':
      return links.byFilter(scope.filter, surface, asOf);
    case 'campaign':
      return links.byIds(campaignLinks(scope.id, scope.surface), surface, asOf);
    case 'skipped':
      return links.skippedIn(scope.runId, surface, asOf);
  }
}

const toTask = ({ linkHash, linkId, kind, value, outcome }: PlannableLink, priority: number): NewCheckTask => ({
  linkHash,
  linkId,
  kind,
  value,
  priority,
  was: outcome,
});

/** Takes in the links that are due in a campaign or after a check, part by part. @param limit most urgent ones to keep */
function* tallyDue(
  links: CheckPlanReader,
  { surface, asOf, today }: PlanContext,
  limit: number,
): Generator<void, DueTally> {
  const tally = new DueTally(limit);
  for (const part of links.dueFacts(surface, asOf, today)) {
    for (const link of part) {
      const due = dueForCheck(link.facts, today);
      if (due) tally.add({ ...link, due });
    }
    yield;
  }
  return tally;
}

/** What links without a campaign or an earlier check are due for. */
const neverChecked: Due = dueForCheck(
  { checkedOn: null, lastOutcome: null, deadFrom: null, campaignOn: null, inCampaign: false, isPublic: false },
  '2000-01-01',
) ?? { reason: 'never-checked', priority: 0 };

function dueTasks(links: CheckPlanReader, context: PlanContext, limit: number): NewCheckTask[] {
  const urgent = lastOf(tallyDue(links, context, limit)).entries.map((entry) => toTask(entry, entry.due.priority));
  const { surface, asOf, today } = context;
  const rest = urgent.length < limit ? links.neverChecked(surface, asOf, today, limit - urgent.length) : [];
  return [...urgent, ...rest.map((link) => toTask(link, neverChecked.priority))].sort(
    (a, b) => b.priority - a.priority,
  );
}

export interface DueSummary {
  total: number;
  byReason: { reason: DueReason; links: number }[];
  /** The most urgent of those with a reason of their own, most urgent first. */
  entries: readonly DueEntry[];
}

/**
 * How many links are due and why.
 * @param limit entries wanted
 * @param breathe lets others be answered while all links are looked through
 */
export async function summariseDue(
  links: CheckPlanReader,
  context: PlanContext,
  limit: number,
  breathe: () => Promise<void>,
): Promise<DueSummary> {
  const gathering = tallyDue(links, context, limit);
  let step = gathering.next();
  for (; !step.done; step = gathering.next()) await breathe();
  const tally = step.value;
  const counts = tally.byReason();
  let never = 0;
  for (const part of links.countNeverChecked(context.asOf, context.today)) {
    never += part;
    await breathe();
  }
  if (never > 0) counts.set('never-checked', (counts.get('never-checked') ?? 0) + never);
  const byReason = [...counts].map(([reason, count]) => ({ reason, links: count }));
  return { total: tally.total + never, byReason, entries: tally.entries };
}
