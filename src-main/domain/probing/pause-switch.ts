/** Lets one side hold work and the other wait for it to go on. */
export interface PauseSignal {
  readonly paused: boolean;
  /** Resolves at the next change of {@link paused}. */
  whenChanged(): Promise<void>;
}

export interface PauseSwitch extends PauseSignal {
  pause(): void;
  resume(): void;
}

export function createPauseSwitch(): PauseSwitch {
  let paused = false;
  let waiting: (() => void)[] = [];
  function turn(to: boolean): void {
    if (paused === to) return;
    paused = to;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  }
  return {
    get paused() {
      return paused;
    },
    whenChanged: () => new Promise((resolve) => waiting.push(resolve)),
    pause: () => turn(true),
    resume: () => turn(false),
  };
}
