import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { ScanScheduler } from '#app/compliance/scan-scheduler';
import type { JobManager } from '#app/jobs/job-manager';
import { WindowUse } from '#app/jobs/window-use';
import type { JobSnapshot } from '#contract/jobs';
import type { EngineOptions } from '#infra/engine-thread';
import type { Log } from '#infra/log';
import type { Core } from './core.ts';

/** After a start the window comes first, then what an update of the rules left to judge. */
const firstCheckMs = 5_000;
/** So long the rules are compiled at a stretch while the window is used. */
const stretchMs = 15;
/** How often a long-running app looks whether a new day has brought other rules. */
const newDayCheckMs = 10 * 60_000;
/** Jobs after which products may hold texts the rules have not seen. */
const scannedAfter: ReadonlySet<JobSnapshot['kind']> = new Set(['import', 'undo', 'paste', 'top']);

/** Jobs that keep every processor of a small machine busy, with somebody waiting for their end. */
const longWrites: readonly JobSnapshot['kind'][] = ['import', 'undo'];

export interface ScanKeeper {
  scans: ScanScheduler;
  /** Something changed that findings depend on: judges the catalog again, in the background. */
  keepScanned(): void;
  /** Somebody does something in the window: work that nobody waits for leaves it the processor for a moment. */
  giveWay(): void;
  onJobEnd(job: JobSnapshot): void;
  stop(): void;
}

interface Options {
  core: Core;
  jobs: JobManager;
  log: Log;
  host: EngineOptions['host'];
}

/** Keeps the catalog judged by the rules in force. A command line run scans only when it is asked to. */
export function createScanKeeper({ core, jobs, log, host }: Options): ScanKeeper {
  const { compliance, verdicts } = core;
  const scans = new ScanScheduler({
    start: () => jobs.start('scan', '', {}),
    get: (id) => jobs.get(id),
    unscanned: core.unscanned,
  });
  const keepScanned = (): void => {
    if (host !== 'cli') scans.request().catch((error: unknown) => log.bug(error, 'starting a scan'));
  };
  const time = { clock: () => performance.now(), sleep: (ms: number) => sleep(ms, undefined, { ref: false }) };
  // Compiling beside an import's own threads, the engine let calls wait for 45 ms at a time.
  const use = new WindowUse(time, () => longWrites.some((kind) => jobs.isAtWork(kind)));
  const stopped = new AbortController();
  /** Compiled before the first text is typed, so that the first check is as quick as the others; then the scan's turn. */
  async function warmUp(): Promise<void> {
    const { signal } = stopped;
    await use.rest(signal);
    let restedAt = performance.now();
    await compliance.compileAhead(verdicts.prepare(), async () => {
      await setImmediate();
      if (performance.now() - restedAt < stretchMs) return;
      await use.rest(signal);
      signal.throwIfAborted();
      restedAt = performance.now();
    });
    keepScanned();
  }
  const onStart = (): void => {
    warmUp().catch((error: unknown) => {
      if (stopped.signal.aborted) return;
      log.bug(error, 'compiling the rules');
      keepScanned();
    });
  };
  const timers =
    host === 'cli' ? [] : [setTimeout(onStart, firstCheckMs).unref(), setInterval(keepScanned, newDayCheckMs).unref()];
  return {
    scans,
    keepScanned,
    giveWay() {
      use.notice();
      jobs.giveWay();
    },
    onJobEnd(job) {
      scans.ended(job).catch((error: unknown) => log.bug(error, 'scanning again'));
      // New or changed texts are judged right away, out of the way of the import itself.
      if (scannedAfter.has(job.kind)) keepScanned();
    },
    stop() {
      stopped.abort();
      timers.forEach(clearInterval);
    },
  };
}
