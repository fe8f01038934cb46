import type { Handlers } from '#rpc/server';
import { readDashboard } from '#app/dashboard/read-dashboard';
import { policyTable } from '#domain/openability/judge';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import type { Engine } from '../open-engine.ts';

type InsightMethods = 'dashboard.get' | 'rules.openability';

export function insightHandlers(engine: Engine): Pick<Handlers, InsightMethods> {
  return {
    'rules.openability': ({ asOf: asked }) => {
      const asOf = asked ?? engine.verdicts.prepare();
      const { pack } = engine.openability;
      return { pack, asOf, table: policyTable(pack, asOf) };
    },
    'dashboard.get': () => readDashboard(engine, engine.verdicts.prepare(), shanghaiDay(engine.now())),
  };
}
