import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProbeQueue, type QueueItem, type QueueLimits } from './probe-queue.ts';

const item = (id: string, priority = 0): QueueItem => ({ id, host: id.charAt(0), priority });
const free: QueueLimits = { concurrency: 1, perHost: 1, hostIntervalMs: 0 };

/** Ids in the order they start when each is finished before the next. */
function order(items: QueueItem[], limits: QueueLimits = free): string[] {
  const queue = new ProbeQueue(items, limits);
  const ids: string[] = [];
  for (let next = queue.take(0); next; next = queue.take(0)) {
    ids.push(next.id);
    queue.finish(next.id, 0);
  }
  return ids;
}

describe('ProbeQueue', () => {
  it('takes turns between hosts', () => {
    expect(order(['a1', 'a2', 'a3', 'b1', 'c1', 'c2'].map((id) => item(id)))).toEqual([
      'a1',
      'b1',
      'c1',
      'a2',
      'c2',
      'a3',
    ]);
  });

  it('takes the urgent first, and the earlier of the equally urgent', () => {
    expect(order([item('a1'), item('a2', 5), item('b1', 9), item('a3', 5)])).toEqual(['b1', 'a2', 'a3', 'a1']);
  });

  it('holds a host to its share and lets others use the room', () => {
    const queue = new ProbeQueue(
      ['a1', 'a2', 'a3', 'b1'].map((id) => item(id)),
      { concurrency: 3, perHost: 1, hostIntervalMs: 0 },
    );
    expect([queue.take(0)?.id, queue.take(0)?.id, queue.take(0)]).toEqual(['a1', 'b1', null]);
    expect(queue.nextAt()).toBeNull();
    queue.finish('a1', 0);
    expect(queue.take(0)?.id).toBe('a2');
  });

  it('says when a host’s interval ends', () => {
    const queue = new ProbeQueue(
      ['a1', 'a2', 'b1'].map((id) => item(id)),
      { concurrency: 9, perHost: 9, hostIntervalMs: 100 },
    );
    expect([queue.take(0)?.id, queue.take(30)?.id, queue.take(30)]).toEqual(['a1', 'b1', null]);
    expect(queue.nextAt()).toBe(100);
    expect(queue.take(99)).toBeNull();
    expect(queue.take(100)?.id).toBe('a2');
    expect([queue.waiting, queue.running, queue.done]).toEqual([0, 3, false]);
  });

  it('does not care about an item it does not know', () => {
    const queue = new ProbeQueue([item('a1')], free);
    queue.finish('a1', 0);
    expect(queue.take(0)?.id).toBe('a1');
    queue.finish('a1', 0);
    queue.finish('a1', 0);
    expect(queue.done).toBe(true);
  });

  it('starts everything once, within its limits, never an idle place while something may start', () => {
    const scenario = fc.record({
      items: fc.array(
        fc.record({
          host: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          priority: fc.nat(2),
          ms: fc.integer({ min: 1, max: 40 }),
        }),
        { maxLength: 40 },
      ),
      concurrency: fc.integer({ min: 1, max: 6 }),
      perHost: fc.integer({ min: 1, max: 3 }),
      hostIntervalMs: fc.constantFrom(0, 7),
    });
    fc.assert(
      fc.property(scenario, ({ items, ...limits }) => {
        const all = items.map((one, index) => ({ ...one, id: String(index) }));
        const queue = new ProbeQueue(all, limits);
        const ends = new Map<string, { at: number; host: string }>();
        const lastStart = new Map<string, number>();
        const started: string[] = [];
        for (let now = 0; !queue.done && now < 10_000; now += 1) {
          for (const [id, { at }] of ends) {
            if (at > now) continue;
            ends.delete(id);
            queue.finish(id, now);
          }
          for (let next = queue.take(now); next; next = queue.take(now)) {
            started.push(next.id);
            expect(now - (lastStart.get(next.host) ?? -limits.hostIntervalMs)).toBeGreaterThanOrEqual(
              limits.hostIntervalMs,
            );
            lastStart.set(next.host, now);
            ends.set(next.id, { at: now + next.ms, host: next.host });
          }
          const atWork = [...ends.values()];
          expect(atWork.length).toBeLessThanOrEqual(limits.concurrency);
          for (const host of 'abcde') {
            const here = atWork.filter((one) => one.host === host).length;
            expect(here).toBeLessThanOrEqual(limits.perHost);
            const waits = all.some((one) => one.host === host && !started.includes(one.id));
            const rested = now - (lastStart.get(host) ?? -limits.hostIntervalMs) >= limits.hostIntervalMs;
            if (waits && rested && here < limits.perHost) expect(atWork).toHaveLength(limits.concurrency);
          }
        }
        expect(started.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it('lets no host wait for more than one round of the others', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 }), (hosts) => {
        const ids = order(hosts.map((host, index) => ({ id: `${host}${index}`, host, priority: 0 })));
        const left = new Map<string, number>();
        for (const host of hosts) left.set(host, (left.get(host) ?? 0) + 1);
        ids.forEach((id, index) => {
          const host = id.charAt(0);
          const remaining = (left.get(host) ?? 0) - 1;
          left.set(host, remaining);
          const waitingHosts = [...left.values()].filter((count) => count > 0).length;
          if (remaining > 0)
            expect(ids.slice(index + 1, index + 1 + waitingHosts).some((next) => next.startsWith(host))).toBe(true);
        });
      }),
    );
  });
});
