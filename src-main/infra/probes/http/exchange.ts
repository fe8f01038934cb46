import type { Agent, Dispatcher } from 'undici';
import type { NetworkFailure } from '#domain/probing/network-failure';
import { authorizationHeader, proxyRefusal } from '../proxy/open-tunnel.ts';
import type { ProxyRoute } from '../proxy/proxy-route.ts';
import { acceptedEncodings, readBody } from './read-body.ts';
import { toFailure, TransportFailure } from './transport-failure.ts';

/** Sizes in bytes, times in milliseconds; all apply to one request. */
export interface HttpLimits {
  connectMs: number;
  /** From the start, connecting included, to the end of the headers. */
  firstByteMs: number;
  /** From the start to the end of the body. */
  totalMs: number;
  headerBytes: number;
}

export interface HttpRequest {
  url: string;
  userAgent: string;
  accept?: string;
  /** Only within one site, see follow-chain. */
  referer?: string;
  method?: 'GET' | 'POST';
  body?: string;
  contentType?: string;
  /** Bytes of the body to keep, after decompression. */
  bodyBytes: number;
  /** Which bodies to read; a download of gigabytes is recognised by its headers. */
  wantsBody?: (headers: Readonly<Record<string, string>>) => boolean;
}

export interface HttpAnswer {
  ok: true;
  url: string;
  status: number;
  headers: Record<string, string>;
  /** Null when `wantsBody` said no. */
  body: Buffer | null;
  truncated: boolean;
}

export type HttpResult = HttpAnswer | { ok: false; failure: NetworkFailure };

interface Sending {
  agent: Agent;
  url: URL;
  route: ProxyRoute;
  limits: HttpLimits;
  signal: AbortSignal | undefined;
}

/** One request, one answer; nothing is followed, repeated or remembered. */
export async function exchange(request: HttpRequest, sending: Sending): Promise<HttpResult> {
  const deadline = new AbortController();
  const endAfter = (kind: 'first-byte-timeout' | 'total-timeout', ms: number): NodeJS.Timeout =>
    setTimeout(() => deadline.abort(new TransportFailure(kind, `${ms} ms`)), ms);
  const total = endAfter('total-timeout', sending.limits.totalMs);
  const firstByte = endAfter('first-byte-timeout', sending.limits.firstByteMs);
  const signal = sending.signal ? AbortSignal.any([sending.signal, deadline.signal]) : deadline.signal;
  try {
    const response = await sending.agent.request(dispatchOptions(request, sending, signal));
    clearTimeout(firstByte);
    return await readAnswer(request, sending, response);
  } catch (error) {
    return { ok: false, failure: toFailure(reasonOf(error, signal), sending.signal) };
  } finally {
    clearTimeout(firstByte);
    clearTimeout(total);
  }
}

/** What stopped the request, when stopping it came out as something else. */
const reasonOf = (error: unknown, signal: AbortSignal): unknown => (signal.aborted ? signal.reason : error);

function dispatchOptions(
  request: HttpRequest,
  { url, route }: Sending,
  signal: AbortSignal,
): Dispatcher.RequestOptions {
  const isForwarded = route.kind === 'proxy' && url.protocol === 'http:';
  const path = `${url.pathname}${url.search}`;
  return {
    origin: url.origin,
    // A proxy is given the whole address (RFC 9112 §3.2.2); https goes through a tunnel instead.
    path: isForwarded ? `${url.origin}${path}` : path,
    method: request.method ?? 'GET',
    body: request.body ?? null,
    // Its own timers are too coarse and start anew with every byte; the deadlines above do neither.
    headersTimeout: 0,
    bodyTimeout: 0,
    signal,
    headers: {
      'user-agent': request.userAgent,
      accept: request.accept ?? 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'zh-CN,zh;q=0.9',
      'accept-encoding': acceptedEncodings,
      ...(request.referer === undefined ? {} : { referer: request.referer }),
      ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
      ...(isForwarded ? authorizationHeader(route.proxy) : {}),
    },
  };
}

async function readAnswer(
  request: HttpRequest,
  sending: Sending,
  response: Dispatcher.ResponseData,
): Promise<HttpResult> {
  const headers = plainHeaders(response.headers);
  const forwarded = sending.route.kind === 'proxy' && sending.url.protocol === 'http:';
  const refused =
    forwarded && gatewayStatus.has(response.statusCode)
      ? proxyRefusal(response.statusCode, headers['x-squid-error'])
      : null;
  const answer = { ok: true as const, url: sending.url.href, status: response.statusCode, headers };
  if (refused === null && (request.wantsBody?.(headers) ?? true)) {
    const { bytes, truncated } = await readBody(response.body, headers['content-encoding'], request.bodyBytes);
    return { ...answer, body: bytes, truncated };
  }
  await drop(response.body);
  return refused === null ? { ...answer, body: null, truncated: false } : { ok: false, failure: refused };
}

/** A short body is read to its end so that the connection can be used again; a long one is cut off. */
async function drop(body: Dispatcher.ResponseData['body']): Promise<void> {
  try {
    await body.dump({ limit: 16_384 });
  } catch (error) {
    toFailure(error);
  }
}

/** Gateways between this computer and the site answer in its name; that says nothing about the site. */
const gatewayStatus: ReadonlySet<number> = new Set([407, 502, 503, 504]);

/** Repeated headers keep their first value; raw UTF-8 in them (Location) is read as such. */
function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) plain[name] = asUtf8(first);
  }
  return plain;
}

function asUtf8(latin: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(latin)) return latin;
  const text = Buffer.from(latin, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? latin : text;
}
