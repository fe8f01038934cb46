import { describe, expect, it } from 'vitest';
import { createPauseSwitch } from '#domain/probing/pause-switch';
import { type ProbeItem, runProbes, type RunOptions } from './run-probes.ts';
import { FakeClock } from './testing/fake-clock.ts';

const limits = { concurrency: 2, perHost: 2, hostIntervalMs: 0 };

interface Started {
  clock: FakeClock;
  starts: string[];
  results: string[];
  options: RunOptions<string>;
  item(id: string, ms?: number, more?: Partial<ProbeItem<string>>): ProbeItem<string>;
}

function setUp(options: Partial<RunOptions<string>> = {}): Started {
  const clock = new FakeClock();
  const starts: string[] = [];
  const results: string[] = [];
  return {
    clock,
    starts,
    results,
    options: { ...limits, clock, onResult: ({ id }, result) => void results.push(`${id}=${result}`), ...options },
    item: (id, ms = 100, more = {}) => ({
      id,
      host: id.charAt(0),
      priority: 0,
      run: async (signal) => {
        starts.push(`${id}@${clock.time}`);
        await clock.sleep(ms, signal);
        return 'done';
      },
      ...more,
    }),
  };
}

describe('runProbes', () => {
  it('runs everything within its limits and says how it went', async () => {
    const { clock, starts, results, options, item } = setUp();
    const run = runProbes([item('a1'), item('a2'), item('b1'), item('b2')], options);
    await clock.advance(1_000);
    expect(await run).toEqual({ finished: 4, left: 0, cancelled: false });
    expect(starts).toEqual(['a1@0', 'b1@0', 'a2@100', 'b2@100']);
    expect(results).toHaveLength(4);
  });

  it('ends at once when there is nothing to do', async () => {
    expect(await runProbes([], setUp().options)).toEqual({ finished: 0, left: 0, cancelled: false });
  });

  it('waits out a host’s interval', async () => {
    const { clock, starts, options, item } = setUp({ hostIntervalMs: 500 });
    const run = runProbes([item('a1'), item('a2'), item('a3')], options);
    await clock.advance(2_000);
    await run;
    expect(starts).toEqual(['a1@0', 'a2@500', 'a3@1000']);
    expect(clock.sleeping).toBe(0);
  });

  it('starts nothing while paused, lets running ones finish, and goes on', async () => {
    const pause = createPauseSwitch();
    const { clock, starts, results, options, item } = setUp({ pauseSignal: pause, concurrency: 1 });
    const run = runProbes([item('a1'), item('a2')], options);
    await clock.advance(50);
    pause.pause();
    await clock.advance(10_000);
    expect([starts, results]).toEqual([['a1@0'], ['a1=done']]);
    pause.resume();
    await clock.advance(200);
    expect(await run).toMatchObject({ finished: 2 });
    expect(starts).toEqual(['a1@0', 'a2@10050']);
  });

  it('stops when cancelled, also while paused, and drops results that come too late', async () => {
    for (const paused of [false, true]) {
      const pause = createPauseSwitch();
      const stop = new AbortController();
      const { clock, results, options, item } = setUp({ signal: stop.signal, pauseSignal: pause });
      const stubborn = item('c1', 0, { run: () => clock.sleep(300).then(() => 'late') });
      const run = runProbes([item('a1'), stubborn, item('b1'), item('b2')], options);
      await clock.advance(150);
      if (paused) pause.pause();
      stop.abort(new Error('stop'));
      await clock.advance(1_000);
      expect(await run).toEqual({ finished: 1, left: 3, cancelled: true });
      expect(results).toEqual(['a1=done']);
    }
  });

  it('does nothing when cancelled before it began', async () => {
    const { starts, options, item } = setUp({ signal: AbortSignal.abort() });
    expect(await runProbes([item('a1')], options)).toEqual({ finished: 0, left: 1, cancelled: true });
    expect(starts).toEqual([]);
  });

  it('ends with the error of a probe that breaks its promise, and of a result that cannot be kept', async () => {
    const { clock, options, item } = setUp();
    const broken = runProbes([item('a1', 0, { run: () => Promise.reject(new Error('bug')) }), item('b1')], options);
    const disk = runProbes([item('a1')], { ...options, onResult: () => Promise.reject(new Error('disk full')) });
    const failures = Promise.all([broken, disk].map((run) => run.then(() => 'fine', String)));
    await clock.advance(1_000);
    expect(await failures).toEqual(['Error: bug', 'Error: disk full']);
  });
});
