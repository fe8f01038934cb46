import { createRowReader } from '#app/import/read-rows';
import type { JobContext, JobRunner } from '#app/jobs/job-specs';
import type { JobKind } from '#contract/jobs';
import { linksAheadThread } from '#infra/links-ahead-thread';
import { rowsAheadThread } from '#infra/rows-ahead-thread';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import { type Connection, openDatabase } from '#infra/sqlite/open-database';
import { packRow } from '#infra/sqlite/repositories/packed-rows';
import { readRuleBooks } from './core.ts';
import type { JobEnvironment } from './jobs/environment.ts';
import { checkRunner } from './jobs/check-runner.ts';
import { earningsRunner } from './jobs/earnings-runner.ts';
import { impactRunner } from './jobs/impact-runner.ts';
import { exportRunner } from './jobs/export-runner.ts';
import { importRunner, undoRunner } from './jobs/import-runners.ts';
import { openPackRunner } from './jobs/open-pack-runner.ts';
import { pasteRunner } from './jobs/paste-runner.ts';
import { topRunner } from './jobs/top-runner.ts';
import { scanRunner } from './jobs/scan-runner.ts';
import { stagingSweeper } from './jobs/staging-sweeper.ts';
import { readProbePack } from './network.ts';

/** One runner for each kind of job. Every run works on a database connection of its own. */
export function createJobRunners(
  base: Omit<JobEnvironment, 'rules' | 'probes' | 'spreadsheets' | 'readRows' | 'recogniseAhead'>,
): Record<JobKind, JobRunner> {
  const spreadsheets = createSpreadsheetFiles(new URL('./legacy-sheet-worker.js', import.meta.url));
  const environment: JobEnvironment = {
    ...base,
    rules: readRuleBooks(base.options.resourcesDir),
    probes: readProbePack(base.options.resourcesDir),
    spreadsheets,
    readRows: rowsAheadThread(
      new URL('./rows-ahead-worker.js', import.meta.url),
      createRowReader(spreadsheets, packRow),
    ),
    recogniseAhead: linksAheadThread(new URL('./links-ahead-worker.js', import.meta.url), base.paths.database),
  };

  function onOwnConnection(run: (db: Connection, params: unknown, context: JobContext) => Promise<unknown>): JobRunner {
    return async (params, context) => {
      const db = openDatabase(base.paths.database, { migrate: false, now: base.now });
      try {
        return await run(db, params, context);
      } finally {
        db.close();
      }
    };
  }

  const sweep = stagingSweeper({
    open: () => openDatabase(base.paths.database, { migrate: false, now: base.now }),
    onFailure: (error) => base.log.bug(error, 'clearing up after imports'),
  });

  const sweepSoon = (): void => void setImmediate(() => void sweep());

  // A window does not wait for it; a command would end before it.
  function thenSweep(run: JobRunner): JobRunner {
    return async (params, context) => {
      try {
        return await run(params, context);
      } finally {
        if (base.options.host === 'cli') await sweep();
        else sweepSoon();
      }
    };
  }

  // What a killed program left goes when its successor starts working.
  sweepSoon();

  return {
    import: thenSweep(onOwnConnection(importRunner(environment))),
    undo: onOwnConnection(undoRunner(environment)),
    export: onOwnConnection(exportRunner(environment)),
    scan: onOwnConnection(scanRunner(environment)),
    check: onOwnConnection(checkRunner(environment)),
    impact: onOwnConnection(impactRunner(environment)),
    top: thenSweep(onOwnConnection(topRunner(environment))),
    paste: thenSweep(onOwnConnection(pasteRunner(environment))),
    earnings: onOwnConnection(earningsRunner()),
    'open-pack': onOwnConnection(openPackRunner(environment)),
  };
}
