import type { TopCaller } from '#app/ports/top-caller';
import type { TopKeys } from '#app/top/top-key-ring';
import type { NetworkFailure } from '#domain/probing/network-failure';
import { waitBeforeRetry } from '#domain/top/back-off';
import { signRequest } from '#domain/top/sign-request';
import { maximumSkewMs, systemParams, topTimestamp } from '#domain/top/system-params';
import { readTopAnswer, type TopCall, type TopResult } from '#domain/top/top-call';
import { refusal, type TopRefusal } from '#domain/top/top-refusal';
import type { Clock } from '../probes/http/clock.ts';
import type { HttpAnswer } from '../probes/http/exchange.ts';
import type { HostLimits } from '../probes/http/host-gate.ts';
import type { HttpClient } from '../probes/http/http-client.ts';
import { nodeHash } from './node-hash.ts';

/** https only: the signature proves who asks, it hides nothing. */
export const topGateway = 'https://eco.taobao.com/router/rest';

/**
 * One call at a time, four a second at most. An app's own limit is not published; 5 a second is the lowest anybody
 * reports (https://www.cnblogs.com/API-19970108110/p/20054672, low confidence).
 */
export const topPace: HostLimits = { concurrency: 1, intervalMs: 250 };

/** A search of 100 products stays far below. */
const largestAnswer = 4 * 1024 * 1024;

interface Options {
  /** Opened with {@link topPace}. */
  http: HttpClient;
  keys: TopKeys;
  now(): Date;
  clock: Clock;
}

export function createTopClient({ http, keys, now, clock }: Options): TopCaller {
  function signedBody({ method, params }: TopCall<unknown>): string {
    const { appKey, secret, signMethod } = keys;
    const all = { ...systemParams({ method, appKey, signMethod, timestamp: topTimestamp(now()) }), ...params };
    return new URLSearchParams({ ...all, sign: signRequest(all, signMethod, secret, nodeHash) }).toString();
  }

  async function once<Answer>(call: TopCall<Answer>, signal?: AbortSignal): Promise<TopResult<Answer>> {
    const { result } = await http.send(
      {
        url: topGateway,
        userAgent: 'TaokeDesk',
        accept: 'application/json',
        method: 'POST',
        contentType: 'application/x-www-form-urlencoded;charset=utf-8',
        body: signedBody(call),
        bodyBytes: largestAnswer,
      },
      'start',
      signal,
    );
    if (!result.ok) return { ok: false, refusal: unreached(result.failure) };
    const answer = read(call, result);
    return answer.ok ? answer : { ok: false, refusal: withClock(answer.refusal, result, now()) };
  }

  return {
    async call(call, signal) {
      for (let tried = 1; ; tried += 1) {
        const result = await once(call, signal);
        signal?.throwIfAborted();
        const wait = result.ok ? null : waitBeforeRetry(result.refusal, tried, clock.random());
        if (wait === null) return result;
        await clock.sleep(wait, signal);
      }
    },
  };
}

function read<Answer>(call: TopCall<Answer>, { status, body, truncated }: HttpAnswer): TopResult<Answer> {
  const text = body?.toString('utf8') ?? '';
  if (truncated) return { ok: false, refusal: refusal('unreadable', { detail: `> ${largestAnswer} bytes` }) };
  // The platform answers refusals with 200; other codes come from what stands before it.
  if (status !== 200 && !text.startsWith('{')) {
    return { ok: false, refusal: refusal('http-status', { detail: String(status) }) };
  }
  return readTopAnswer(call, text);
}

function unreached({ kind, detail }: NetworkFailure): TopRefusal {
  if (kind === 'offline' || kind === 'dns-unavailable') return refusal('network-offline');
  if (kind === 'fake-ip' || kind.startsWith('proxy-')) return refusal('network-proxy', { detail: detail || kind });
  if (kind.endsWith('-timeout')) return refusal('network-timeout', { detail: kind });
  return refusal('network', { detail: [kind, detail].filter(Boolean).join(' ') });
}

/** How far this computer's clock is off, where the platform says that it is: its answer carries its own time. */
function withClock(refused: TopRefusal, { headers }: HttpAnswer, now: Date): TopRefusal {
  const theirs = Date.parse(headers['date'] ?? '');
  if (refused.reason !== 'invalid-timestamp' || Number.isNaN(theirs)) return refused;
  const ahead = now.getTime() - theirs;
  if (Math.abs(ahead) < maximumSkewMs) return refused;
  const detail = String(Math.round(Math.abs(ahead) / 60_000));
  return { ...refused, reason: ahead > 0 ? 'clock-fast' : 'clock-slow', params: { ...refused.params, detail } };
}
