import { type ExportJobParams, exportPack } from '#app/packs/export-pack';
import { createLinkDeriver } from '#app/catalog/derive-links';
import { ownIdentity } from '#app/catalog/own-identity';
import { type ImportJobParams, runImportJob } from '#app/import/import-job';
import type { JobContext, JobRunner } from '#app/jobs/job-specs';
import type { JobKind } from '#contract/jobs';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import type { EngineOptions } from '#infra/engine-thread';
import { hashFile } from '#infra/files/hash-file';
import { createPackImages } from '#infra/images/pack-images';
import type { Log } from '#infra/log';
import { writePack } from '#infra/pack/write-pack';
import type { DataPaths } from '#infra/paths';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import { type Connection, openDatabase } from '#infra/sqlite/open-database';
import { ImportRepository } from '#infra/sqlite/repositories/import-repository';
import { MappingRepository } from '#infra/sqlite/repositories/mapping-repository';
import { createSettingsRepository } from '#infra/sqlite/repositories/settings-repository';
import { toErrorData } from '#rpc/server';
import { createCore, readRuleBooks } from './core.ts';

export interface JobEnvironment {
  options: EngineOptions;
  paths: DataPaths;
  log: Log;
}

const now = (): Date => new Date();

/** One runner for each kind of job. Every run works on a database connection of its own. */
export function createJobRunners(environment: JobEnvironment): Record<JobKind, JobRunner> {
  const { options, paths, log } = environment;
  const rules = readRuleBooks(options.resourcesDir);
  const spreadsheets = createSpreadsheetFiles(new URL('./legacy-sheet-worker.js', import.meta.url));

  function onOwnConnection(run: (db: Connection, params: unknown, context: JobContext) => Promise<unknown>): JobRunner {
    return async (params, context) => {
      const db = openDatabase(paths.database, { migrate: false, now });
      try {
        return await run(db, params, context);
      } finally {
        db.close();
      }
    };
  }

  const count = (db: Connection, table: 'product' | 'share_link'): number =>
    Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

  const importFiles = onOwnConnection((db, params, context) => {
    const mappings = new MappingRepository(db, now);
    const deps = {
      files: spreadsheets,
      store: new ImportRepository(db, now),
      derive: createLinkDeriver(ownIdentity(createSettingsRepository(db).get())),
      hashFile,
      savedMapping: (signature: string) => mappings.bySignature(signature),
      today: shanghaiDay(now()),
      toErrorData: (error: unknown, where: string) => toErrorData(error, where, log.bug),
      catalogSize: () => ({ products: count(db, 'product'), links: count(db, 'share_link') }),
    };
    return runImportJob(deps, params as ImportJobParams, context);
  });

  const undoImport = onOwnConnection((db, params, context) => {
    const { batchId } = params as { batchId: number };
    const store = new ImportRepository(db, now);
    const derive = createLinkDeriver(ownIdentity(createSettingsRepository(db).get()));
    return store.undo(batchId, derive, {
      breathe: context.breathe,
      progress: (done, total) => context.progress(done, total, 'undoing'),
    });
  });

  const exportCampaign = onOwnConnection((db, params, context) => {
    const core = createCore(db, rules, options.resourcesDir, now);
    const images = createPackImages({
      fetchImage: () => Promise.resolve({ ok: false, reason: 'offline' }),
      cacheFolder: paths.imageCache,
    });
    return exportPack(
      {
        campaigns: core.campaigns,
        service: core.campaignService,
        writer: { write: (plan, target, writing) => writePack(plan, target, { images }, writing) },
        packs: core.packs,
        asOf: () => core.verdicts.prepare(),
        now,
        adMark: core.settings.get().adMark,
        appVersion: options.appVersion,
        rulePacks: () => [
          { kind: 'openability', id: core.openability.pack.id, version: core.openability.pack.asOf },
          ...core.compliance.versions.map((id) => ({
            kind: 'compliance' as const,
            id,
            version: id.split('@')[1] ?? '',
          })),
        ],
      },
      params as ExportJobParams,
      context,
    );
  });

  const notYet: JobRunner = () => Promise.reject(new Error('not wired'));
  return { import: importFiles, undo: undoImport, export: exportCampaign, check: notYet, scan: notYet };
}
