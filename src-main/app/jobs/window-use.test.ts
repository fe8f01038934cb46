import { expect, it } from 'vitest';
import { WindowUse } from './window-use.ts';

/** Time moves only while somebody sleeps. */
function windowUse(onSleep: () => void = () => undefined, takenUntil = 0) {
  let clock = 0;
  const time = {
    clock: () => clock,
    sleep: (ms: number) => {
      clock += ms;
      onSleep();
      return Promise.resolve();
    },
  };
  const use = new WindowUse(time, () => clock < takenUntil);
  return { use, clock: () => clock };
}

it('work goes on at once in a window that is left alone', async () => {
  const { use, clock } = windowUse();
  await use.rest(new AbortController().signal);
  expect(clock()).toBe(0);
});

it('work rests a second while the window is used, and goes on once it was left alone', async () => {
  const { use, clock } = windowUse();
  use.notice();
  await use.rest(new AbortController().signal);
  expect(clock()).toBe(1_000);
  await use.rest(new AbortController().signal);
  expect(clock()).toBe(1_500);
});

it('a rest ends when the program does', async () => {
  const end = new AbortController();
  const { use, clock } = windowUse(() => end.abort(), 60_000);
  use.notice();
  await use.rest(end.signal);
  expect(clock()).toBe(50);
});

it('work rests for as long as something that somebody waits for takes the processors', async () => {
  const { use, clock } = windowUse(() => undefined, 60_000);
  await use.rest(new AbortController().signal);
  expect(clock()).toBe(60_000);
});
