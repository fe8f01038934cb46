import { ownIdentity } from '#app/catalog/own-identity';
import type { PlanDependencies } from '#app/checks/plan-check';
import { type CheckJobParams, runCheck } from '#app/checks/run-check';
import { updateEarnings } from '#app/links/update-earnings';
import type { ProbeRunner } from '#app/ports/link-prober';
import type { SurfaceId } from '#contract/surfaces';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { createLinkProbes } from '#infra/probes/link-probes';
import { runProbes } from '#infra/probes/run-probes';
import { EarningRepository } from '#infra/sqlite/repositories/earning-repository';
import { type Core, createCore } from '../core.ts';
import { openNetwork } from '../network.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

/** Links at work at the same time; the client keeps requests to one host apart on its own. */
const concurrency = 16;
/** Of those, links of one host: more would only wait in line. */
const perHost = 6;

const queue: ProbeRunner = (links, { onResult, signal, pauseSignal }) =>
  runProbes(links, {
    concurrency,
    perHost,
    hostIntervalMs: 0,
    signal,
    pauseSignal,
    onResult,
  });

/** Items of one campaign read for planning; larger campaigns are checked by their first ones. */
const plannedItems = 5_000;

/** The links a campaign would post: of each item that is not posted yet, the one chosen for the surface. */
export function campaignLinks({ campaigns, campaignService }: Core): PlanDependencies['campaignLinks'] {
  return (campaignId, surface) => {
    const record = campaigns.get(campaignId);
    const surfaces = record.surfaces.map((each) => each.surface).filter((each) => surface === null || each === surface);
    const ids = surfaces.flatMap((each) =>
      campaignService
        .outcomes(record, each, 0, plannedItems)
        .filter(({ shown }) => shown.postedAt === null)
        .flatMap(({ shown }) => (shown.link ? [shown.link.linkId] : [])),
    );
    return [...new Set(ids)];
  };
}

export function checkRunner({ options, now, rules, probes: pack }: JobEnvironment): RunOnConnection {
  return async (db, params, context) => {
    const core = createCore(db, rules, options.resourcesDir, now);
    const settings = core.settings.get();
    const { runId } = params as CheckJobParams;
    const asOf = core.verdicts.prepare();
    const linter = core.compliance.linterFor(asOf);
    const earnings = new EarningRepository(db);
    const network = await openNetwork(pack, { proxy: core.checkRuns.plan(runId).proxy ?? settings.proxy });
    try {
      return await runCheck(
        {
          store: core.checkRuns,
          links: core.checkPlan,
          campaignLinks: campaignLinks(core),
          probes: createLinkProbes({ client: network, pack, now }),
          pack,
          run: queue,
          lintLanding: (text) => linter.lint(text, { surface: 'landing', suggest: false }).findings,
          outcomesOf: (linkHashes, surface) => core.checkPlan.outcomesOf(linkHashes, surface, core.verdicts.prepare()),
          updateEarnings: (linkHashes) =>
            updateEarnings(earnings, linkHashes, (hash) => core.evidence.target(hash), ownIdentity(settings)),
          context: (surface: SurfaceId) => ({ surface, asOf, today: shanghaiDay(now()) }),
          now,
        },
        { runId },
        context,
      );
    } finally {
      await network.close();
    }
  };
}
