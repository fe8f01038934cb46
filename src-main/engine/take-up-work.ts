import type { CheckDesk } from '#app/checks/check-desk';
import type { CheckJobParams } from '#app/checks/run-check';
import type { JobManager } from '#app/jobs/job-manager';
import type { EngineOptions } from '#infra/engine-thread';
import type { Log } from '#infra/log';
import type { LeftoverJob } from '#infra/sqlite/repositories/job-repository';

/** After a start the window comes first, then what a crash left to do. */
const firstLookMs = 1_500;

interface Options {
  checkDesk: CheckDesk;
  jobs: JobManager;
  /** What a killed program was doing. */
  leftovers: readonly LeftoverJob[];
  host: EngineOptions['host'];
  log: Log;
}

/**
 * Work of a killed program that must not stay half done: checks go on where they stopped, unless the user had paused
 * them, and links are told apart anew. A command line run leaves it be.
 */
export function takeUpWork({ checkDesk, jobs, leftovers, host, log }: Options): { stop(): void } {
  const checks = leftovers.filter(({ job, wasPaused }) => job.kind === 'check' && !wasPaused);
  const runIds = checks.map(({ params }) => (params as CheckJobParams).runId);
  const earnings = leftovers.some(({ job }) => job.kind === 'earnings');
  if (host === 'cli' || (runIds.length === 0 && !earnings)) return { stop: () => undefined };
  const timer = setTimeout(() => {
    if (runIds.length > 0) checkDesk.takeUp(runIds).catch((error: unknown) => log.bug(error, 'taking up checks'));
    if (earnings) jobs.start('earnings', '', {}).catch((error: unknown) => log.bug(error, 'telling links apart'));
  }, firstLookMs).unref();
  return { stop: () => clearTimeout(timer) };
}
