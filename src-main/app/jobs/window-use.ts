/** For so long after a call somebody is taken to use the window; scrolling asks for rows about once a second. */
const inUseMs = 1_500;
/** Unhurried work goes on a little now and then even while the window is used all the time. */
const longestRestMs = 1_000;
/** How often resting work looks whether it may go on. */
const restStepMs = 50;

interface Clock {
  /** Milliseconds. */
  clock(): number;
  sleep(ms: number): Promise<void>;
}

/** Lets work that nobody waits for rest while the window is used: where processors are few, the window wants them all. */
export class WindowUse {
  readonly #time: Clock;
  readonly #isTaken: () => boolean;
  #usedAt = -Infinity;

  /** @param isTaken whether work that somebody does wait for takes the processors, however long */
  constructor(time: Clock, isTaken: () => boolean = () => false) {
    this.#time = time;
    this.#isTaken = isTaken;
  }

  /** Somebody does something in the window. */
  notice(): void {
    this.#usedAt = this.#time.clock();
  }

  /**
   * Waits until nothing else takes the processors and the window was left alone for a moment, the latter one second at
   * the longest. @param signal ends the rest at once
   */
  async rest(signal: AbortSignal): Promise<void> {
    const { clock, sleep } = this.#time;
    while (!signal.aborted && this.#isTaken()) await sleep(restStepMs);
    const atLatest = clock() + longestRestMs;
    while (!signal.aborted && clock() < Math.min(atLatest, this.#usedAt + inUseMs)) await sleep(restStepMs);
  }
}
