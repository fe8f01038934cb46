import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { createHostGate } from './host-gate.ts';

describe('createHostGate', () => {
  it('keeps starts against one host apart and leaves other hosts alone', async () => {
    const clock = new FakeClock();
    const gate = createHostGate({ concurrency: 9, intervalMs: 100 }, clock);
    const starts: string[] = [];
    for (const host of ['a', 'a', 'a', 'b']) void gate.enter(host).then(() => starts.push(`${host}@${clock.time}`));
    await clock.advance(1_000);
    expect(starts).toEqual(['a@0', 'b@0', 'a@100', 'a@200']);
  });

  it('lets no more than the limit work at once, first come first served', async () => {
    const clock = new FakeClock();
    const gate = createHostGate({ concurrency: 2, intervalMs: 0 }, clock);
    const entered: number[] = [];
    const leave: (() => void)[] = [];
    for (const number of [1, 2, 3, 4]) {
      void (async () => {
        leave.push(await gate.enter('a'));
        entered.push(number);
      })();
    }
    await clock.advance(0);
    expect(entered).toEqual([1, 2]);
    leave[0]?.();
    await clock.advance(0);
    expect(entered).toEqual([1, 2, 3]);
  });

  it('gives up a place in the queue when cancelled, and nobody else’s', async () => {
    const clock = new FakeClock();
    const gate = createHostGate({ concurrency: 1, intervalMs: 0 }, clock);
    const stop = new AbortController();
    const leave = await gate.enter('a');
    const cancelled = gate.enter('a', stop.signal).then(
      () => 'entered',
      () => 'cancelled',
    );
    const next = gate.enter('a');
    stop.abort(new Error('stop'));
    expect(await cancelled).toBe('cancelled');
    leave();
    (await next)();
    (await gate.enter('a'))();
  });

  it('never exceeds its limits, whatever the order of events', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            host: fc.constantFrom('a', 'b', 'c'),
            from: fc.nat(60),
            ms: fc.nat(50),
            cancelAt: fc.option(fc.nat(60)),
          }),
          { maxLength: 30 },
        ),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(0, 10),
        async (visits, concurrency, intervalMs) => {
          const clock = new FakeClock();
          const gate = createHostGate({ concurrency, intervalMs }, clock);
          const working: Record<string, number> = {};
          const lastStart: Record<string, number> = {};
          const visit = async ({ host, from, ms, cancelAt }: (typeof visits)[number]): Promise<void> => {
            await clock.sleep(from);
            const stop = new AbortController();
            if (cancelAt !== null) void clock.sleep(cancelAt).then(() => stop.abort(new Error('stop')));
            let leave: () => void;
            try {
              leave = await gate.enter(host, stop.signal);
            } catch {
              return;
            }
            working[host] = (working[host] ?? 0) + 1;
            expect(working[host]).toBeLessThanOrEqual(concurrency);
            expect(clock.time - (lastStart[host] ?? -intervalMs)).toBeGreaterThanOrEqual(intervalMs);
            lastStart[host] = clock.time;
            await clock.sleep(ms);
            working[host] -= 1;
            leave();
          };
          const all = Promise.all(visits.map(visit));
          await clock.advance(10_000);
          await all;
        },
      ),
      { numRuns: 60 },
    );
  });
});
