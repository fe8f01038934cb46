import { Agent } from 'undici';
import type { Hop, HopVia } from '#domain/probing/hop';
import type { ProxyRouter } from '../proxy/proxy-route.ts';
import { checkUrl } from './check-url.ts';
import { type Clock, systemClock } from './clock.ts';
import { exchange, type HttpLimits, type HttpRequest, type HttpResult } from './exchange.ts';
import { createHostGate, type HostLimits } from './host-gate.ts';
import { createSocketOpener, type Dial, systemDial } from './open-socket.ts';
import { createHostResolver, type HostResolver, type LookUp, systemLookUp } from './resolve-host.ts';
import { type RetryPolicy, withRetries } from './retry.ts';
import { toFailure } from './transport-failure.ts';

export interface HttpClientOptions {
  route: ProxyRouter;
  /** Names that exist whenever the internet does; they tell "no such host" from "offline". Not empty. */
  controlHosts: readonly string[];
  limits?: Partial<HttpLimits>;
  hostLimits?: HostLimits;
  retry?: RetryPolicy;
  clock?: Clock;
  lookUp?: LookUp;
  dial?: Dial;
}

export interface Sent {
  result: HttpResult;
  hop: Hop;
}

/**
 * The only way out of the app. Checks every address before connecting and connects to exactly what was checked; keeps no
 * cookies; never follows a redirect by itself. Never throws for anything the network does.
 */
export interface HttpClient {
  send(request: HttpRequest, via?: HopVia, signal?: AbortSignal): Promise<Sent>;
  close(): Promise<void>;
}

const defaultLimits: HttpLimits = { connectMs: 10_000, firstByteMs: 20_000, totalMs: 30_000, headerBytes: 32_768 };
const defaultHostLimits: HostLimits = { concurrency: 4, intervalMs: 200 };
const defaultRetry: RetryPolicy = { retries: 2, baseMs: 500, maxMs: 8_000 };

/** Headers worth keeping as evidence. */
const keptHeaders =
  'content-type content-disposition content-encoding content-length location refresh retry-after server x-squid-error'.split(
    ' ',
  );

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const clock = options.clock ?? systemClock;
  const limits = { ...defaultLimits, ...options.limits };
  const gate = createHostGate(options.hostLimits ?? defaultHostLimits, clock);
  const resolver = createHostResolver({
    lookUp: options.lookUp ?? systemLookUp,
    clock,
    controlHosts: options.controlHosts,
    timeoutMs: limits.connectMs / 2,
  });
  const addresses = new Map<string, string>();
  const agent = openAgent(options, resolver, limits, addresses);

  async function attempt(
    request: HttpRequest,
    { url, host, begins }: { url: URL; host: string; begins: () => void },
    signal?: AbortSignal,
  ): Promise<HttpResult> {
    const leave = await gate.enter(host, signal);
    begins();
    try {
      return await exchange(request, { agent, url, route: options.route(url), limits, signal });
    } finally {
      leave();
    }
  }

  /** @param begins called when a try leaves, after waiting for its turn */
  async function request(
    asked: HttpRequest,
    begins: () => void,
    signal?: AbortSignal,
  ): Promise<{ result: HttpResult; host: string }> {
    const checked = checkUrl(asked.url);
    if (!checked.ok) return { result: { ok: false, failure: checked.failure }, host: '' };
    const { url, host } = checked;
    try {
      const policy = options.retry ?? defaultRetry;
      return {
        result: await withRetries(() => attempt(asked, { url, host, begins }, signal), policy, clock, signal),
        host,
      };
    } catch (error) {
      return { result: { ok: false, failure: toFailure(error, signal) }, host };
    }
  }

  return {
    send: async (asked, via = 'start', signal) => {
      let started = clock.now();
      // That a site was not asked at once is none of its doing.
      const { result, host } = await request(asked, () => void (started = clock.now()), signal);
      const ms = Math.round(clock.now() - started);
      return { result, hop: { ...hopOf(asked.url, via, result, ms), address: addresses.get(host) ?? null } };
    },
    close: () => agent.destroy(),
  };
}

/** @param addresses gets the address each host was reached at */
function openAgent(
  { route, dial }: HttpClientOptions,
  resolver: HostResolver,
  { connectMs, headerBytes }: HttpLimits,
  addresses: Map<string, string>,
): Agent {
  return new Agent({
    connect: createSocketOpener({
      resolver,
      route,
      dial: dial ?? systemDial,
      connectMs,
      onConnected: (host, address) => addresses.set(host, address),
    }),
    maxHeaderSize: headerBytes,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
  });
}

function hopOf(url: string, via: HopVia, result: HttpResult, ms: number): Hop {
  if (!result.ok) return { url, via, status: null, headers: {}, ms, address: null, failure: result.failure };
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = result.headers[name];
    if (value !== undefined) headers[name] = value.slice(0, 2_000);
  }
  return { url, via, status: result.status, headers, ms, address: null, failure: null };
}
