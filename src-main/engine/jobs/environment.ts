import type { SpreadsheetFiles } from '#domain/import/file-inspection';
import type { ProbePack } from '#domain/probing/probe-pack';
import type { JobContext } from '#app/jobs/job-specs';
import type { ReadRows } from '#app/ports/read-rows';
import type { EngineOptions } from '#infra/engine-thread';
import type { Log } from '#infra/log';
import type { DataPaths } from '#infra/paths';
import type { Connection } from '#infra/sqlite/open-database';
import type { RecogniseAhead } from '#infra/sqlite/repositories/links-ahead';
import type { RuleBooks } from '../core.ts';

/** What jobs share in their thread. */
export interface JobEnvironment {
  options: EngineOptions;
  paths: DataPaths;
  log: Log;
  now(): Date;
  rules: RuleBooks;
  probes: ProbePack;
  spreadsheets: SpreadsheetFiles;
  readRows: ReadRows;
  recogniseAhead: RecogniseAhead;
}

export type RunOnConnection = (db: Connection, params: unknown, context: JobContext) => Promise<unknown>;
