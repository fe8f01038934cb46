import type { JobRunner } from '#app/jobs/job-specs';
import type { JobKind } from '#contract/jobs';
import type { EngineOptions } from '#infra/engine-thread';
import type { Log } from '#infra/log';
import type { DataPaths } from '#infra/paths';

export interface JobEnvironment {
  options: EngineOptions;
  paths: DataPaths;
  log: Log;
}

/** One runner for each kind of job. */
export function createJobRunners(_environment: JobEnvironment): Record<JobKind, JobRunner> {
  const missing: JobRunner = () => Promise.reject(new Error('not wired'));
  return { import: missing, undo: missing, export: missing, check: missing, scan: missing };
}
