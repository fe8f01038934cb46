import { keepPaste, type PasteJobParams } from '#app/paste/keep-paste';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { toErrorData } from '#rpc/server';
import { linkDeriver } from '../link-deriver.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

export function pasteRunner({ now, log }: JobEnvironment): RunOnConnection {
  return (db, params, context) =>
    keepPaste(
      {
        store: new ImportRepository(db, now),
        derive: linkDeriver(db),
        today: shanghaiDay(now()),
        toErrorData: (error, where) => toErrorData(error, where, log.bug),
        countLinks: () => Number(db.prepare('SELECT count(*) FROM share_link').pluck().get()),
      },
      params as PasteJobParams,
      context,
    );
}
