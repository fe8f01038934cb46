import type { CheckDesk } from '#app/checks/check-desk';
import type { CheckJobParams } from '#app/checks/run-check';
import type { EngineOptions } from '#infra/engine-thread';
import type { Log } from '#infra/log';
import type { LeftoverJob } from '#infra/sqlite/repositories/job-repository';

/** After a start the window comes first, then what a crash left to do. */
const firstLookMs = 1_500;

interface Options {
  checkDesk: CheckDesk;
  /** What a killed program was doing. */
  leftovers: readonly LeftoverJob[];
  host: EngineOptions['host'];
  log: Log;
}

/** Checks of a killed program go on where they stopped, unless the user had paused them; a command line run leaves them be. */
export function takeUpChecks({ checkDesk, leftovers, host, log }: Options): { stop(): void } {
  const left = leftovers.filter(({ job, wasPaused }) => job.kind === 'check' && !wasPaused);
  if (host === 'cli' || left.length === 0) return { stop: () => undefined };
  const runIds = left.map(({ params }) => (params as CheckJobParams).runId);
  const timer = setTimeout(() => {
    checkDesk.takeUp(runIds).catch((error: unknown) => log.bug(error, 'taking up checks'));
  }, firstLookMs).unref();
  return { stop: () => clearTimeout(timer) };
}
