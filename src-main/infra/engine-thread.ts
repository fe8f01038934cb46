import { Worker } from 'node:worker_threads';
import { AppError, type ErrorData } from '#contract/errors';
import { type Channel, type Frame, isFrame } from '#rpc/frames';
import type { AppInfo } from '#contract/app-info';
import { assertNodeCanLoadSqlite } from './node-api.ts';

/** What a host tells the engine; plain values only, so the engine never needs to know the host. */
export interface EngineOptions {
  dataDir: string;
  resourcesDir: string;
  appVersion: string;
  host: AppInfo['host'];
}

export interface EngineThread {
  /** Its first listener hears everything from the start on, each later one at least that the engine failed before. */
  channel: Channel;
  /** Asks the engine to close its files, then ends the thread. Bounded: a stuck engine is ended after five seconds. */
  stop(): Promise<void>;
  /** Resolves when the thread has ended, for whatever reason. */
  ended: Promise<void>;
}

const stopLimitMs = 5_000;
/** What is read and compiled lives shortly: with the default for large machines 50 MB of it lie about before anybody looks. */
const youngHeapMb = 16;

/**
 * Starts the engine in a worker thread. A start-up failure arrives as a `fatal` frame on the channel, never as silence.
 * @param workerUrl resolved in each host's own entry file: bundling moves shared modules
 */
export function startEngine(workerUrl: URL, options: EngineOptions): EngineThread {
  assertNodeCanLoadSqlite();
  const worker = new Worker(workerUrl, {
    workerData: options,
    name: 'engine',
    resourceLimits: { maxYoungGenerationSizeMb: youngHeapMb },
  });
  const listeners = new Set<(frame: Frame) => void>();
  const early: Frame[] = [];
  let fatal: Frame | null = null;
  let stopping = false;

  function deliver(frame: Frame): void {
    if (frame.type === 'fatal') fatal ??= frame;
    if (listeners.size === 0) early.push(frame);
    for (const listener of listeners) listener(frame);
  }

  function crashed(reason: string): void {
    if (stopping) return;
    const error: ErrorData = new AppError('ENGINE_CRASHED', reason, { params: { detail: reason } }).toData();
    deliver({ type: 'fatal', error });
  }

  worker.on('message', (message: unknown) => {
    if (isFrame(message)) deliver(message);
  });
  worker.on('error', (error) => crashed(error instanceof Error ? error.message : String(error)));
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      crashed(`engine thread ended with code ${code}`);
      resolve();
    });
  });

  return {
    channel: {
      send: (frame) => worker.postMessage(frame),
      onFrame: (listener) => {
        const isFirst = listeners.size === 0;
        listeners.add(listener);
        if (isFirst) for (const frame of early.splice(0)) listener(frame);
        else if (fatal) listener(fatal);
        return () => listeners.delete(listener);
      },
    },
    ended,
    async stop() {
      stopping = true;
      worker.postMessage({ type: 'call', id: 0, method: 'internal.shutDown', params: {} } satisfies Frame);
      const timer = setTimeout(() => void worker.terminate(), stopLimitMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
