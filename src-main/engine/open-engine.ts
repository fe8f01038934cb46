import { randomUUID } from 'node:crypto';
import { JobManager } from '#app/jobs/job-manager';
import { judgingDay } from '#app/rules/judging-day';
import { OpenabilityRules } from '#app/rules/openability-rules';
import type { EventName, Events } from '#contract/methods';
import type { EngineOptions } from '#infra/engine-thread';
import { createFileRegistry, type FileRegistry } from '#infra/files/file-registry';
import type { Log } from '#infra/log';
import type { DataPaths } from '#infra/paths';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import type { SpreadsheetFiles } from '#domain/import/file-inspection';
import { readBuiltInPacks } from '#infra/rule-pack-files';
import { takeAppLock } from '#infra/sqlite/app-lock';
import { type Connection, openDatabase } from '#infra/sqlite/open-database';
import { BatchRepository } from '#infra/sqlite/repositories/batch-repository';
import { CatalogRepository } from '#infra/sqlite/repositories/catalog-repository';
import { createJobRepository } from '#infra/sqlite/repositories/job-repository';
import { LinkRepository } from '#infra/sqlite/repositories/link-repository';
import { MappingRepository } from '#infra/sqlite/repositories/mapping-repository';
import { createSettingsRepository, type SettingsRepository } from '#infra/sqlite/repositories/settings-repository';
import { currentRevision } from '#infra/sqlite/revision';
import { VerdictState } from '#infra/sqlite/verdict-state';
import { createWorkerJobThread } from '#infra/worker-job-thread';

/** Everything the handlers work with, wired once. */
export interface Engine {
  options: EngineOptions;
  paths: DataPaths;
  log: Log;
  db: Connection;
  files: FileRegistry;
  settings: SettingsRepository;
  jobs: JobManager;
  openability: OpenabilityRules;
  verdicts: VerdictState;
  catalog: CatalogRepository;
  links: LinkRepository;
  batches: BatchRepository;
  mappings: MappingRepository;
  spreadsheets: SpreadsheetFiles;
  now(): Date;
  emit<E extends EventName>(name: E, data: Events[E]): void;
  close(): Promise<void>;
}

interface OpenOptions {
  options: EngineOptions;
  paths: DataPaths;
  log: Log;
  emit: Engine['emit'];
}

/**
 * Locks the data folder, opens the database and wires the object graph.
 * @throws AppError `APP_LOCKED`, `DB_FROM_FUTURE`, `MIGRATION_FAILED`, `DB_CORRUPT`, `DB_READONLY`
 */
export async function openEngine({ options, paths, log, emit }: OpenOptions): Promise<Engine> {
  const now = (): Date => new Date();
  const unlock = takeAppLock(paths.root, { pid: process.pid, host: options.host, since: now().toISOString() });
  const db = openDatabase(paths.database, { migrate: true, now });
  const jobStore = createJobRepository(db);
  await jobStore.interruptLeftovers();
  const thread = createWorkerJobThread(new URL('./job-worker.js', import.meta.url), options);
  const jobs = new JobManager({
    store: jobStore,
    thread,
    now,
    newId: randomUUID,
    onChange: (job) => {
      emit('job.changed', job);
      if (job.finishedAt !== null) emit('catalog.changed', { revision: currentRevision(db) });
    },
    logBug: log.bug,
  });
  const settings = createSettingsRepository(db);
  const openability = new OpenabilityRules(readBuiltInPacks(options.resourcesDir, 'openability').at(-1));
  return {
    options,
    paths,
    log,
    db,
    files: createFileRegistry(),
    settings,
    jobs,
    openability,
    verdicts: new VerdictState(db, openability, () => judgingDay(settings.get(), now())),
    catalog: new CatalogRepository(db),
    links: new LinkRepository(db),
    batches: new BatchRepository(db),
    mappings: new MappingRepository(db, now),
    spreadsheets: createSpreadsheetFiles(new URL('./legacy-sheet-worker.js', import.meta.url)),
    now,
    emit,
    async close() {
      await thread.stop();
      db.close();
      unlock();
    },
  };
}
