import { analyseImpact } from '#app/policy/analyse-impact';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { compileJudge } from '#domain/openability/judge';
import { ImpactRepository } from '#infra/sqlite/repositories/impact-repository';
import { createCore } from '../core.ts';
import { readPolicyFile } from '../read-policy-file.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

export interface ImpactJobParams {
  /** A loaded pack, a file with one, or null for the pack in use. */
  pack: { id: string } | { path: string; name: string } | null;
  /** YYYY-MM-DD, `today`, or null for the day verdicts are for. */
  asOf: string | null;
}

export function impactRunner({ options, now, rules }: JobEnvironment): RunOnConnection {
  return async (db, params, context) => {
    const core = createCore(db, rules, options.resourcesDir, now);
    const { pack, asOf } = params as ImpactJobParams;
    const current = core.verdicts.prepare();
    const day = asOf === 'today' ? shanghaiDay(now()) : (asOf ?? current);
    const before = core.openability.judgeFor(current);
    const other =
      pack === null
        ? null
        : 'id' in pack
          ? core.policyShelf.byId(pack.id)
          : core.policyShelf.parse(await readPolicyFile(pack));
    const after = compileJudge(other ?? before.pack, day);
    const { campaigns, catalog, links, evidence } = core;
    const deps = { campaigns, catalog, links, evidence, records: core.devices.all(), reader: new ImpactRepository(db) };
    return analyseImpact(deps, before, after, context);
  };
}
