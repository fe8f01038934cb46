import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { CheckDesk } from '#app/checks/check-desk';
import type { FolderWatch } from '#app/watch/folder-watch';
import type { ScanScheduler } from '#app/compliance/scan-scheduler';
import { JobManager } from '#app/jobs/job-manager';
import type { PhoneSharing } from '#app/packs/phone-sharing';
import type { EventName, Events } from '#contract/methods';
import type { EngineOptions } from '#infra/engine-thread';
import { createFileRegistry, type FileRegistry } from '#infra/files/file-registry';
import type { Log } from '#infra/log';
import type { DataPaths } from '#infra/paths';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import type { SpreadsheetFiles } from '#domain/import/file-inspection';
import { takeAppLock } from '#infra/sqlite/app-lock';
import { type Connection, openDatabase } from '#infra/sqlite/open-database';
import { BatchRepository } from '#infra/sqlite/repositories/batch-repository';
import { createJobRepository } from '#infra/sqlite/repositories/job-repository';
import { MappingRepository } from '#infra/sqlite/repositories/mapping-repository';
import { currentRevision } from '#infra/sqlite/revision';
import { createTopAccess, type TopAccess } from './top-access.ts';
import { takeUpWork } from './take-up-work.ts';
import { type Core, createCore, readRuleBooks } from './core.ts';
import { createFolderWatch } from './folder-watch.ts';
import { createPhoneSharing } from './phone-sharing.ts';
import { createScanKeeper } from './keep-scanned.ts';
import { createWorkerJobThread } from '#infra/worker-job-thread';

/** Everything the handlers work with, wired once. */
export interface Engine extends Core, TopAccess {
  options: EngineOptions;
  paths: DataPaths;
  log: Log;
  db: Connection;
  files: FileRegistry;
  jobs: JobManager;
  scans: ScanScheduler;
  checkDesk: CheckDesk;
  batches: BatchRepository;
  mappings: MappingRepository;
  spreadsheets: SpreadsheetFiles;
  now(): Date;
  emit<E extends EventName>(name: E, data: Events[E]): void;
  /** Tells pages that catalog, campaigns or checks changed. */
  emitCatalogChanged(): void;
  /** Something changed that findings depend on: judges the catalog again, in the background. */
  keepScanned(): void;
  /** Somebody does something in the window: work that nobody waits for leaves it the processor for a moment. */
  giveWay(): void;
  phone: PhoneSharing;
  folderWatch: FolderWatch;
  close(): Promise<void>;
}

const now = (): Date => new Date();

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
  const unlock = takeAppLock(paths.root, { pid: process.pid, host: options.host, since: now().toISOString() });
  const db = openCatalog(paths, emit);
  const jobStore = createJobRepository(db);
  const leftovers = await jobStore.interruptLeftovers();
  const emitCatalogChanged = (): void => emit('catalog.changed', { revision: currentRevision(db) });
  const thread = createWorkerJobThread(new URL('./job-worker.js', import.meta.url), options);
  const jobs: JobManager = new JobManager({
    store: jobStore,
    thread,
    now,
    newId: randomUUID,
    onChange: (job) => {
      emit('job.changed', job);
      if (job.finishedAt === null) return;
      emitCatalogChanged();
      keeper.onJobEnd(job);
      folderWatch.refresh();
    },
    logBug: log.bug,
  });
  const core = createCore(db, readRuleBooks(options.resourcesDir), options.resourcesDir, now);
  const keeper = createScanKeeper({ core, jobs, log, host: options.host });
  const phone = createPhoneSharing(core, { now, emit, emitCatalogChanged, log });
  const folderWatch = createFolderWatch({ db, paths, host: options.host, log, now, emit });
  const checkDesk = createCheckDesk(core, jobs);
  const takingUp = takeUpWork({ checkDesk, jobs, leftovers, host: options.host, log });
  return {
    ...core,
    options,
    paths,
    log,
    db,
    files: createFileRegistry(),
    jobs,
    scans: keeper.scans,
    checkDesk,
    batches: new BatchRepository(db),
    mappings: new MappingRepository(db, now),
    spreadsheets: createSpreadsheetFiles(new URL('./legacy-sheet-worker.js', import.meta.url)),
    now,
    emit,
    emitCatalogChanged,
    keepScanned: keeper.keepScanned,
    giveWay: keeper.giveWay,
    phone,
    folderWatch,
    ...createTopAccess({ core, db, jobs, paths, now }),
    async close() {
      keeper.stop();
      takingUp.stop();
      folderWatch.stop();
      await phone.stop();
      await thread.stop();
      db.close();
      unlock();
    },
  };
}

const openCatalog = ({ database }: DataPaths, emit: Engine['emit']): Connection =>
  openDatabase(database, { migrate: true, now, patient: true, onUpgrade: () => emit('catalog.upgrading', {}) });

const createCheckDesk = ({ checkRuns, checkPlan, evidence, devices }: Core, jobs: JobManager): CheckDesk =>
  new CheckDesk({
    runs: checkRuns,
    plan: checkPlan,
    evidence,
    deviceRecords: () => devices.all(),
    jobs,
    now,
    breathe: () => setImmediate(),
  });
