import { type ImportJobParams, runImportJob } from '#app/import/import-job';
import { countAhead } from '#app/dashboard/read-dashboard';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { hashFile } from '#infra/files/hash-file';
import type { Connection } from '#infra/sqlite/open-database';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { MappingRepository } from '#infra/sqlite/repositories/mapping-repository';
import { foldLog } from '#infra/sqlite/fold-log';
import { toErrorData } from '#rpc/server';
import { createCore } from '../core.ts';
import { mergeDeriver } from '../link-deriver.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

const now = (): Date => new Date();

const count = (db: Connection, table: 'product' | 'share_link'): number =>
  Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

/** Counts the overview of the changed catalog before anybody can ask for it. */
function overviewCounter({ rules, options }: JobEnvironment, db: Connection): () => void {
  const core = createCore(db, rules, options.resourcesDir, now);
  return () => countAhead(core, core.verdicts.prepare(), shanghaiDay(now()));
}

async function thenFoldLog<Result>(db: Connection, work: Promise<Result>): Promise<Result> {
  const result = await work;
  foldLog(db);
  return result;
}

export function importRunner(environment: JobEnvironment): RunOnConnection {
  const { spreadsheets, readRows, recogniseAhead, log } = environment;
  return (db, params, context) => {
    const mappings = new MappingRepository(db, now);
    const deps = {
      files: spreadsheets,
      readRows,
      store: new ImportRepository(db, now, overviewCounter(environment, db), recogniseAhead),
      // Read once for each merge.
      get derive() {
        return mergeDeriver(db);
      },
      hashFile,
      savedMapping: (signature: string) => mappings.bySignature(signature),
      keepMapping: mappings.save.bind(mappings),
      today: shanghaiDay(now()),
      toErrorData: (error: unknown, where: string) => toErrorData(error, where, log.bug),
      catalogSize: () => ({ products: count(db, 'product'), links: count(db, 'share_link') }),
    };
    return thenFoldLog(db, runImportJob(deps, params as ImportJobParams, context));
  };
}

export function undoRunner(environment: JobEnvironment): RunOnConnection {
  return (db, params, context) => {
    const { batchId } = params as { batchId: number };
    const store = new ImportRepository(db, now, overviewCounter(environment, db));
    const undone = store.undo(batchId, mergeDeriver(db), {
      breathe: context.breathe,
      progress: (done, total) => context.progress(done, total, 'undoing'),
    });
    return thenFoldLog(db, undone);
  };
}
