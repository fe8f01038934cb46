import type { Handlers } from '#rpc/server';
import { readDashboard } from '#app/dashboard/read-dashboard';
import { policyTable } from '#domain/openability/judge';
import { dropUndefined } from '#domain/shared/drop-undefined';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import type { Engine } from '../open-engine.ts';

type InsightMethods =
  | 'compliance.lint'
  | 'compliance.scan'
  | 'dashboard.get'
  | 'rules.openability'
  | 'rules.compliance';

export function insightHandlers(engine: Engine): Pick<Handlers, InsightMethods> {
  return {
    'compliance.lint': ({ texts, asOf, suggest }) => {
      const locale = engine.settings.get().language === 'en' ? 'en' : 'zh';
      const linter = engine.compliance.linterFor(asOf ?? engine.verdicts.prepare(), locale);
      return texts.map(({ text, surface }) =>
        linter.lint(text, dropUndefined({ surface: surface ?? undefined, suggest })),
      );
    },
    'compliance.scan': () => engine.jobs.start('scan', '', {}),
    'rules.openability': () => {
      const asOf = engine.verdicts.prepare();
      const { pack } = engine.openability;
      return { pack, asOf, table: policyTable(pack, asOf) };
    },
    'rules.compliance': () => engine.compliance.rules(),
    'dashboard.get': () => readDashboard(engine, engine.verdicts.prepare(), shanghaiDay(engine.now())),
  };
}
