import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../http/clock.ts';

interface Sleeper {
  at: number;
  wake(): void;
}

/** A clock for tests: time passes only by `advance`, and chance is what the test says. */
export class FakeClock implements Clock {
  time = 0;
  chance = 0.5;
  #sleepers: Sleeper[] = [];

  now(): number {
    return this.time;
  }

  random(): number {
    return this.chance;
  }

  /** How many wait now. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const sleeper = { at: this.time + ms, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal.reason as Error);
      });
    });
  }

  /** Lets time pass, waking everybody in order; whatever they start gets its turn in between. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    await turn();
    for (;;) {
      const next = this.#sleepers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      next.wake();
      await turn();
    }
    this.time = until;
    await turn();
  }
}
