import type { CampaignService } from '#app/campaigns/campaign-service';
import type { DashboardReader } from '#app/ports/dashboard-reader';
import type { OpenabilityRules } from '#app/rules/openability-rules';
import type { Dashboard } from '#contract/dashboard';
import type { Settings } from '#contract/settings';
import { campaignSurfaceIds, type Outcome, outcomes, type SurfaceId, surfaceIds } from '#contract/surfaces';
import { policyTable } from '#domain/openability/judge';
import { latestRuleChanges } from '#domain/openability/rule-changes';

interface Dependencies {
  dashboard: DashboardReader;
  campaignService: CampaignService;
  openability: OpenabilityRules;
  settings: { get(): Settings };
  scans: { unscanned(): number };
}

const shownCampaigns = 8;
const shownRuleChanges = 6;

/** Everything the overview shows, as of the day the user judges by. */
export function readDashboard(deps: Dependencies, asOf: string, today: string): Dashboard {
  const { dashboard, openability, settings } = deps;
  return {
    asOf,
    today,
    policyPack: openability.pack.id,
    ...dashboard.totals(),
    openability: countOutcomes(dashboard, openability, asOf),
    earning: dashboard.earning(),
    findings: { ...dashboard.findings(), unscanned: deps.scans.unscanned() },
    ending: dashboard.ending(today),
    calendar: dashboard.calendar(today),
    commission: dashboard.commission(settings.get().surface, asOf),
    campaigns: deps.campaignService.list(false).slice(0, shownCampaigns),
    lastImport: dashboard.lastImport(),
    ruleChanges: countRuleChanges(dashboard, openability, asOf),
  };
}

/** Changes on surfaces people post to, about kinds the catalog holds, with how many links each concerns. */
function countRuleChanges(dashboard: DashboardReader, rules: OpenabilityRules, asOf: string): Dashboard['ruleChanges'] {
  const links = new Map<string, number>();
  for (const { kind, links: count } of dashboard.linksByKind(asOf)) links.set(kind, (links.get(kind) ?? 0) + count);
  const posted: readonly string[] = campaignSurfaceIds;
  const concerns = ({ kind, surface }: { kind: string; surface: string }): boolean =>
    links.has(kind) && posted.includes(surface);
  return latestRuleChanges(rules.pack, asOf, shownRuleChanges, concerns).map((change) => ({
    ...change,
    surface: change.surface as SurfaceId,
    links: links.get(change.kind) ?? 0,
  }));
}

const zeroes = (): Record<Outcome, number> =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;

/** Policy speaks by kind, so counting kinds counts links; the few with evidence of their own are moved over. */
function countOutcomes(dashboard: DashboardReader, rules: OpenabilityRules, asOf: string): Dashboard['openability'] {
  const byKind = dashboard.linksByKind(asOf);
  const overrides = dashboard.overrides(asOf);
  const table = policyTable(rules.pack, asOf);
  const policy = new Map(table.map(({ kind, surface, outcome }) => [`${surface} ${kind}`, outcome]));
  return surfaceIds.map((surface: SurfaceId) => {
    const counts = zeroes();
    for (const { kind, dead, links } of byKind)
      counts[dead ? 'dead' : (policy.get(`${surface} ${kind}`) ?? 'unknown')] += links;
    for (const { kind, outcome, links, surface: where } of overrides) {
      if (where !== surface) continue;
      counts[policy.get(`${surface} ${kind}`) ?? 'unknown'] -= links;
      counts[outcome as Outcome] += links;
    }
    return { surface, counts };
  });
}
