import type { Clock } from './clock.ts';

export interface HostLimits {
  /** Requests at work against one host at the same time. */
  concurrency: number;
  /** Between the starts of two requests to one host, in milliseconds. */
  intervalMs: number;
}

export interface HostGate {
  /**
   * Waits for a turn; the returned function gives it back and must be called exactly once.
   * @throws the signal's reason when aborted while waiting
   */
  enter(host: string, signal?: AbortSignal): Promise<() => void>;
}

interface Lane {
  running: number;
  nextAt: number;
  waiting: (() => void)[];
}

/** Keeps requests to one host apart, in the order they came; different hosts do not wait for each other. */
export function createHostGate(limits: HostLimits, clock: Clock): HostGate {
  const lanes = new Map<string, Lane>();

  function leave(host: string, lane: Lane): void {
    const next = lane.waiting.shift();
    // The place goes to the next one as it is: free in between, somebody who comes just then would have it, or find no lane.
    if (next) return next();
    lane.running -= 1;
    if (lane.running === 0 && lane.nextAt <= clock.now()) lanes.delete(host);
  }

  async function takePlace(lane: Lane, signal?: AbortSignal): Promise<void> {
    if (lane.running < limits.concurrency) lane.running += 1;
    else await handedOver(lane, signal);
  }

  return {
    enter: async (host, signal) => {
      signal?.throwIfAborted();
      const lane = lanes.get(host) ?? { running: 0, nextAt: 0, waiting: [] };
      lanes.set(host, lane);
      await takePlace(lane, signal);
      const now = clock.now();
      const startAt = Math.max(now, lane.nextAt);
      lane.nextAt = startAt + limits.intervalMs;
      try {
        if (startAt > now) await clock.sleep(startAt - now, signal);
      } catch (error) {
        leave(host, lane);
        throw error;
      }
      return () => leave(host, lane);
    },
  };
}

/** Resolves with a place that somebody who left kept taken. */
function handedOver(lane: Lane, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      lane.waiting = lane.waiting.filter((wake) => wake !== ready);
      reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted', { cause: signal?.reason }));
    };
    const ready = (): void => {
      signal?.removeEventListener('abort', abort);
      resolve();
    };
    signal?.addEventListener('abort', abort, { once: true });
    lane.waiting.push(ready);
  });
}
