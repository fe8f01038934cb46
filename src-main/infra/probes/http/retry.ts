import type { FailureKind } from '#domain/probing/network-failure';
import type { Clock } from './clock.ts';
import type { HttpResult } from './exchange.ts';

export interface RetryPolicy {
  /** Tries after the first one. */
  retries: number;
  /** Upper bound of the first wait; doubles with each try. */
  baseMs: number;
  /** Upper bound of any wait, a server's `Retry-After` included. */
  maxMs: number;
}

/** What a moment later may be different. Refusals, certificates, names and cancelling are not. */
const transientKinds: ReadonlySet<FailureKind> = new Set([
  'reset',
  'connect-timeout',
  'first-byte-timeout',
  'dns-unavailable',
  'unreachable',
]);
const transientStatus: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export function isTransient(result: HttpResult): boolean {
  return result.ok ? transientStatus.has(result.status) : transientKinds.has(result.failure.kind);
}

/**
 * Repeats `attempt` while its result is transient, with full jitter (every wait is anywhere between nothing and the bound,
 * so that many links failing together do not come back together).
 */
export async function withRetries(
  attempt: () => Promise<HttpResult>,
  policy: RetryPolicy,
  clock: Clock,
  signal?: AbortSignal,
): Promise<HttpResult> {
  let result = await attempt();
  for (let tried = 0; tried < policy.retries && isTransient(result); tried += 1) {
    const asked = retryAfterMs(result);
    if (asked !== null && asked > policy.maxMs) return result;
    const bound = Math.min(policy.maxMs, policy.baseMs * 2 ** tried);
    await clock.sleep(Math.max(asked ?? 0, clock.random() * bound), signal);
    result = await attempt();
  }
  return result;
}

/** Seconds only; a date needs the server's clock. */
function retryAfterMs(result: HttpResult): number | null {
  const header = result.ok ? result.headers['retry-after'] : undefined;
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}
