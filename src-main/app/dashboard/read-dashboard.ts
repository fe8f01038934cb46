import type { CampaignService } from '#app/campaigns/campaign-service';
import type { DashboardReader, DayNumbers, LinkGroup, OverviewDays, SummaryStore } from '#app/ports/dashboard-reader';
import type { OpenabilityRules } from '#app/rules/openability-rules';
import type { Dashboard } from '#contract/dashboard';
import { closedOutcomes } from '#contract/surfaces';
import type { Settings } from '#contract/settings';
import { campaignSurfaceIds, type Outcome, outcomes, type SurfaceId, surfaceIds } from '#contract/surfaces';
import { latestRuleChanges } from '#domain/openability/rule-changes';
import { addDays } from '#domain/shared/shanghai-day';

interface CountDependencies {
  dashboard: DashboardReader;
  openability: OpenabilityRules;
  settings: { get(): Settings };
  summary: SummaryStore;
  overviewDays: OverviewDays;
}

interface Dependencies extends CountDependencies {
  campaignService: CampaignService;
  scans: { unscanned(): number };
}

const shownCampaigns = 8;
const shownRuleChanges = 6;

type Counts = Omit<Dashboard, 'campaigns' | 'findings'> & { findings: Omit<Dashboard['findings'], 'unscanned'> };

/** Everything the overview shows, as of the day the user judges by. */
export async function readDashboard(deps: Dependencies, asOf: string, today: string): Promise<Dashboard> {
  const counts = countCatalog(deps, asOf, today);
  // Numbers of another day than today are what-if.
  if (asOf === today) deps.overviewDays.put(today, dayNumbers(counts));
  return {
    ...counts,
    findings: { ...counts.findings, unscanned: deps.scans.unscanned() },
    campaigns: await deps.campaignService.nearest(shownCampaigns),
  };
}

/**
 * Counts a catalog that was just changed, where nobody waits for it: whoever looks next finds the numbers ready. Inside
 * the transaction that changes it, there is no moment at which they are not.
 */
export function countAhead(deps: CountDependencies, asOf: string, today: string): void {
  countCatalog(deps, asOf, today);
}

/** Bumped when the same catalog would be counted differently, so that numbers of an older version are not shown. */
const countsVersion = 3;

/** The part that takes passes over all products and links: counted once for each state of the catalog and the rules. */
function countCatalog(deps: CountDependencies, asOf: string, today: string): Counts {
  const { openability, settings, summary, overviewDays } = deps;
  const { surface } = settings.get();
  const lastLook = overviewDays.lastBefore(today);
  const key = JSON.stringify([countsVersion, summary.revision(), openability.pack.id, asOf, today, surface, lastLook]);
  const known = summary.get(key);
  // Written by the same version of this file, as the key says.
  if (known !== null) return known as Counts;
  const counts = { ...count(deps, asOf, today, surface), since: sinceLastLook(deps.dashboard, lastLook, today) };
  summary.put(key, counts);
  return counts;
}

/** What there is to hold the present numbers against. */
function sinceLastLook(
  dashboard: DashboardReader,
  lastLook: { day: string; numbers: DayNumbers } | null,
  today: string,
): Dashboard['since'] {
  if (lastLook === null) return null;
  const { day, numbers } = lastLook;
  const window = { from: day, to: addDays(today, -1) };
  const { links, coupons } = dashboard.ended(window);
  return { day, before: numbers, window, endedLinks: links, endedCoupons: coupons };
}

function dayNumbers({ products, links, findings, openability }: Counts): DayNumbers {
  const closed = openability.map(({ surface, counts }) => [
    surface,
    closedOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0),
  ]);
  return { products, links, banned: findings.block, closed: Object.fromEntries(closed) };
}

function count(
  { dashboard, openability }: CountDependencies,
  asOf: string,
  today: string,
  surface: SurfaceId,
): Omit<Counts, 'since'> {
  const groups = dashboard.linkGroups(asOf);
  return {
    asOf,
    today,
    policyPack: openability.pack.id,
    products: dashboard.products(),
    links: groups.reduce((sum, { links }) => sum + links, 0),
    openability: countOutcomes(dashboard, asOf, groups),
    earning: countEarning(groups),
    findings: dashboard.findings(),
    ending: dashboard.ending(today),
    calendar: dashboard.calendar(today),
    commission: dashboard.commission(surface, asOf, groups),
    lastImport: dashboard.lastImport(),
    ruleChanges: countRuleChanges(groups, openability, asOf),
  };
}

function countEarning(groups: readonly LinkGroup[]): Dashboard['earning'] {
  const counts = { own: 0, other: 0, unknown: 0, none: 0 };
  for (const { earns, owner, links } of groups) counts[earns === 'no' ? 'none' : owner] += links;
  return counts;
}

/** Changes on surfaces people post to, about kinds the catalog holds, with how many links each concerns. */
function countRuleChanges(
  groups: readonly LinkGroup[],
  rules: OpenabilityRules,
  asOf: string,
): Dashboard['ruleChanges'] {
  const links = new Map<string, number>();
  for (const group of groups) links.set(group.kind, (links.get(group.kind) ?? 0) + group.links);
  const concern = { kinds: [...links.keys()], surfaces: campaignSurfaceIds };
  return latestRuleChanges(rules.pack, asOf, shownRuleChanges, concern).map((change) => ({
    ...change,
    surface: change.surface as SurfaceId,
    links: links.get(change.kind) ?? 0,
  }));
}

const zeroes = (): Record<Outcome, number> =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;

function countOutcomes(
  dashboard: DashboardReader,
  asOf: string,
  groups: readonly LinkGroup[],
): Dashboard['openability'] {
  const rows = dashboard.outcomes(asOf, groups);
  return surfaceIds.map((surface: SurfaceId) => {
    const counts = zeroes();
    for (const row of rows) if (row.surface === surface) counts[row.outcome] = row.links;
    return { surface, counts };
  });
}
