import type { PauseSignal } from '#domain/probing/pause-switch';
import { ProbeQueue, type QueueItem, type QueueLimits } from '#domain/probing/probe-queue';
import { type Clock, systemClock } from './http/clock.ts';

export interface ProbeItem<Result> extends QueueItem {
  /** Must not reject for anything the network does; a rejection is a bug and ends the whole run. */
  run(signal: AbortSignal): Promise<Result>;
}

export interface RunOptions<Result> extends QueueLimits {
  /** Called for each finished item, in order of finishing; a rejection ends the run. */
  onResult(item: ProbeItem<Result>, result: Result): void | Promise<void>;
  signal?: AbortSignal;
  pauseSignal?: PauseSignal;
  clock?: Clock;
}

export interface RunSummary {
  finished: number;
  /** Not started, or stopped before the result was there. */
  left: number;
  cancelled: boolean;
}

/**
 * Runs the items as {@link ProbeQueue} orders them. While paused nothing new starts, what runs goes on. When cancelled
 * nothing new starts, running items are told, their results are dropped, and the run ends once they have stopped.
 */
export async function runProbes<Result>(
  items: readonly ProbeItem<Result>[],
  options: RunOptions<Result>,
): Promise<RunSummary> {
  const run = new Run(items, options);
  return run.untilDone();
}

class Run<Result> {
  readonly #queue: ProbeQueue<ProbeItem<Result>>;
  readonly #options: RunOptions<Result>;
  readonly #clock: Clock;
  readonly #stop = new AbortController();
  readonly #active = new Set<Promise<void>>();
  #finished = 0;
  #bug: Error | null = null;
  #wake: () => void = () => undefined;

  constructor(items: readonly ProbeItem<Result>[], options: RunOptions<Result>) {
    this.#queue = new ProbeQueue(items, options);
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    void this.#watchPause();
  }

  async untilDone(): Promise<RunSummary> {
    const { signal } = this.#options;
    const cancel = (): void => {
      this.#stop.abort(signal?.reason);
      this.#wake();
    };
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      while (!this.#queue.done && !this.#stop.signal.aborted) {
        this.#startAll();
        await this.#untilSomethingChanges();
      }
      await Promise.allSettled(this.#active);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
    if (this.#bug !== null) throw this.#bug;
    const left = this.#queue.waiting + this.#queue.running;
    return { finished: this.#finished, left, cancelled: this.#stop.signal.aborted && left > 0 };
  }

  async #watchPause(): Promise<void> {
    for (;;) {
      if (!this.#options.pauseSignal || this.#queue.done || this.#stop.signal.aborted) return;
      await this.#options.pauseSignal.whenChanged();
      this.#wake();
    }
  }

  #startAll(): void {
    if (this.#options.pauseSignal?.paused) return;
    for (let item = this.#queue.take(this.#clock.now()); item; item = this.#queue.take(this.#clock.now())) {
      const work = this.#runOne(item);
      this.#active.add(work);
      void work.finally(() => this.#active.delete(work));
    }
  }

  async #runOne(item: ProbeItem<Result>): Promise<void> {
    try {
      const result = await item.run(this.#stop.signal);
      if (this.#stop.signal.aborted) return;
      await this.#options.onResult(item, result);
      this.#finished += 1;
      this.#queue.finish(item.id, this.#clock.now());
    } catch (error) {
      if (!this.#stop.signal.aborted)
        this.#bug = error instanceof Error ? error : new Error('probe failed', { cause: error });
      this.#stop.abort(error);
    } finally {
      this.#wake();
    }
  }

  /** A finished item, the end of a host's interval, a pause or its end, or the end of the run. */
  async #untilSomethingChanges(): Promise<void> {
    if (this.#queue.done || this.#stop.signal.aborted) return;
    const woken = new AbortController();
    const waits: Promise<unknown>[] = [new Promise<void>((resolve) => (this.#wake = resolve))];
    const nextAt = this.#options.pauseSignal?.paused ? null : this.#queue.nextAt();
    if (nextAt !== null) waits.push(this.#rest(nextAt, woken.signal));
    await Promise.race(waits);
    if (nextAt !== null) woken.abort();
  }

  async #rest(until: number, signal: AbortSignal): Promise<void> {
    try {
      await this.#clock.sleep(Math.max(0, until - this.#clock.now()), signal);
    } catch (error) {
      // Something else happened first.
      if (!signal.aborted) throw error;
    }
  }
}
