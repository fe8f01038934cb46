import { type ImportJobParams, runImportJob } from '#app/import/import-job';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { hashFile } from '#infra/files/hash-file';
import type { Connection } from '#infra/sqlite/open-database';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { MappingRepository } from '#infra/sqlite/repositories/mapping-repository';
import { toErrorData } from '#rpc/server';
import { linkDeriver } from '../link-deriver.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

const now = (): Date => new Date();

const count = (db: Connection, table: 'product' | 'share_link'): number =>
  Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

export function importRunner({ spreadsheets, log }: JobEnvironment): RunOnConnection {
  return (db, params, context) => {
    const mappings = new MappingRepository(db, now);
    const deps = {
      files: spreadsheets,
      store: new ImportRepository(db, now),
      derive: linkDeriver(db),
      hashFile,
      savedMapping: (signature: string) => mappings.bySignature(signature),
      today: shanghaiDay(now()),
      toErrorData: (error: unknown, where: string) => toErrorData(error, where, log.bug),
      catalogSize: () => ({ products: count(db, 'product'), links: count(db, 'share_link') }),
    };
    return runImportJob(deps, params as ImportJobParams, context);
  };
}

export function undoRunner(): RunOnConnection {
  return (db, params, context) => {
    const { batchId } = params as { batchId: number };
    return new ImportRepository(db, now).undo(batchId, linkDeriver(db), {
      breathe: context.breathe,
      progress: (done, total) => context.progress(done, total, 'undoing'),
    });
  };
}
