import { setPriority } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createJobLoop } from '#app/jobs/job-loop';
import type { JobCommand } from '#app/jobs/job-specs';
import { createLog } from '#infra/log';
import type { EngineOptions } from '#infra/engine-thread';
import { dataPaths } from '#infra/paths';
import { toErrorData } from '#rpc/server';
import { createJobRunners } from './job-runners.ts';

/** A third of the share that threads of the usual niceness get. */
const jobNiceness = 5;

/** Entry of the job thread: long work runs here, on its own database connections, so queries never wait for it. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('jobs run in a worker thread only');
  const options = workerData as EngineOptions;
  if (options.host !== 'cli') giveWay();
  const paths = dataPaths(options.dataDir);
  const log = createLog(paths.logs, () => new Date());
  const onCommand = createJobLoop({
    runners: createJobRunners({ options, paths, log, now: () => new Date() }),
    report: (report) => port.postMessage(report),
    clock: () => performance.now(),
    yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
    sleep: setTimeout,
    toErrorData: (error, where) => toErrorData(error, where, log.bug),
  });
  port.on('message', (command: JobCommand) => onCommand(command));
}

/**
 * Lets the window go first where processors are few. Windows and macOS favour whoever is in front by themselves and
 * know priorities of processes only; on Linux this is the priority of the calling thread alone.
 */
function giveWay(): void {
  if (process.platform === 'linux') setPriority(jobNiceness);
}

main();
