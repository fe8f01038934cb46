import { Worker } from 'node:worker_threads';
import type { JobThread } from '#app/jobs/job-manager';
import type { JobReport } from '#app/jobs/job-specs';

/** A hostile spreadsheet may not take the whole process with it: past this heap the job thread ends, alone. */
const heapLimitMb = 1024;
/** Rows live shortly: with the engine's default for large machines they fill 100 MB before anybody looks. */
const youngHeapMb = 16;

export interface WorkerJobThread extends JobThread {
  stop(): Promise<void>;
}

/** Runs jobs in their own worker, started with the first job and started again after a crash. */
export function createWorkerJobThread(workerUrl: URL, workerData: unknown): WorkerJobThread {
  const reportListeners = new Set<(report: JobReport) => void>();
  const crashListeners = new Set<(reason: string) => void>();
  let worker: Worker | null = null;

  function start(): Worker {
    const started = new Worker(workerUrl, {
      workerData,
      name: 'jobs',
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: youngHeapMb },
    });
    let reason = '';
    started.on('message', (report: JobReport) => {
      for (const listener of reportListeners) listener(report);
    });
    started.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    started.on('exit', (code) => {
      if (worker !== started) return;
      worker = null;
      for (const listener of crashListeners) listener(reason || `exit code ${code}`);
    });
    return started;
  }

  return {
    send(command) {
      worker ??= start();
      worker.postMessage(command);
    },
    onReport: (listener) => void reportListeners.add(listener),
    onCrash: (listener) => void crashListeners.add(listener),
    async stop() {
      const running = worker;
      worker = null;
      await running?.terminate();
    },
  };
}
