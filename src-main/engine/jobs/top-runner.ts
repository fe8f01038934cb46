import type { TopKeys } from '#app/top/top-key-ring';
import { runTop, type TopJobParams } from '#app/top/run-top';
import { topActionNames } from '#contract/messages/top-names';
import { fillMessage } from '#contract/messages/format-message';
import { shanghaiMinute } from '#domain/shared/shanghai-day';
import { pidParts } from '#domain/top/pid-parts';
import { systemClock } from '#infra/probes/http/clock';
import { CatalogRepository } from '#infra/sqlite/repositories/catalog-repository';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { createSettingsRepository } from '#infra/sqlite/repositories/settings-repository';
import { TopRunRepository } from '#infra/sqlite/repositories/top-run-repository';
import { TopSubjectRepository } from '#infra/sqlite/repositories/top-subject-repository';
import { createTopClient, topPace } from '#infra/top/top-client';
import { toErrorData } from '#rpc/server';
import { linkDeriver } from '../link-deriver.ts';
import { openNetwork } from '../network.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

export function topRunner({ now, log, probes }: JobEnvironment): RunOnConnection {
  return async (db, params, context) => {
    const { runId } = params as TopJobParams;
    const keys = context.secret as TopKeys;
    const { proxy, language } = createSettingsRepository(db).get();
    const store = new TopRunRepository(db);
    const http = await openNetwork(probes, { proxy }, topPace);
    const action = fillMessage(topActionNames[store.action(runId)], {}, language);
    try {
      return await runTop(
        {
          store,
          subjects: new TopSubjectRepository(db, new CatalogRepository(db)),
          caller: createTopClient({ http, keys, now, clock: systemClock }),
          imports: new ImportRepository(db, now),
          derive: linkDeriver(db),
          adzoneId: pidParts(keys.pid)?.adzoneId ?? '',
          relationId: keys.relationId,
          batchName: `${action} ${shanghaiMinute(now())}`,
          now,
          toErrorData: (error, where) => toErrorData(error, where, log.bug),
        },
        { runId },
        context,
      );
    } finally {
      await http.close();
    }
  };
}
