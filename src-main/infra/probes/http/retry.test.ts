import { describe, expect, it } from 'vitest';
import type { FailureKind } from '#domain/probing/network-failure';
import { FakeClock } from '../testing/fake-clock.ts';
import type { HttpResult } from './exchange.ts';
import { withRetries } from './retry.ts';

const policy = { retries: 3, baseMs: 400, maxMs: 5_000 };
const failed = (kind: FailureKind): HttpResult => ({ ok: false, failure: { kind, detail: '' } });
const answered = (status: number, headers: Record<string, string> = {}): HttpResult => ({
  ok: true,
  url: 'https://example.com/',
  status,
  headers,
  body: null,
  truncated: false,
});

async function tries(
  results: HttpResult[],
  clock = new FakeClock(),
): Promise<{ count: number; waited: number; last: HttpResult }> {
  let count = 0;
  const run = withRetries(async () => results[Math.min(count++, results.length - 1)] ?? answered(500), policy, clock);
  await clock.advance(60_000);
  const last = await run;
  return { count, waited: clock.time, last };
}

describe('withRetries', () => {
  it.each(['reset', 'connect-timeout', 'first-byte-timeout', 'dns-unavailable', 'unreachable'] as const)(
    'tries again after %s',
    async (kind) => {
      const { count, last } = await tries([failed(kind), answered(200)]);
      expect([count, last.ok]).toEqual([2, true]);
    },
  );

  it.each([
    'refused',
    'tls-certificate',
    'tls-handshake',
    'dns-not-found',
    'address-refused',
    'offline',
    'proxy-refused',
    'cancelled',
    'headers-too-large',
    'total-timeout',
  ] as const)('does not try again after %s', async (kind) => {
    expect((await tries([failed(kind)])).count).toBe(1);
  });

  it.each([
    [200, 1],
    [404, 1],
    [403, 1],
    [500, 1],
    [429, 4],
    [503, 4],
  ])('answers of status %i are asked for %i times', async (status, count) => {
    expect((await tries([answered(status)])).count).toBe(count);
  });

  it('waits up to twice as long each time, by chance', async () => {
    const waits: number[] = [];
    const clock = new FakeClock();
    clock.chance = 0.25;
    const sleep = clock.sleep.bind(clock);
    clock.sleep = (ms, signal) => {
      waits.push(ms);
      return sleep(ms, signal);
    };
    await tries([failed('reset')], clock);
    expect(waits).toEqual([100, 200, 400]);
  });

  it('waits as long as a busy server asks, within reason', async () => {
    const clock = new FakeClock();
    const times: number[] = [];
    const run = withRetries(
      async () => {
        times.push(clock.time);
        return times.length === 1 ? answered(429, { 'retry-after': '3' }) : answered(200);
      },
      policy,
      clock,
    );
    await clock.advance(10_000);
    await run;
    expect(times).toEqual([0, 3_000]);
    expect((await tries([answered(429, { 'retry-after': '3600' })])).count).toBe(1);
  });
});
