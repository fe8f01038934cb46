import type { Chain, ChainEnd, Hop, HopVia } from '#domain/probing/hop';
import type { NetworkFailure } from '#domain/probing/network-failure';
import { hostOf, siteOf } from '#domain/probing/hosts';
import { isAppScheme, maxRefreshSeconds, withoutFragment } from '#domain/probing/jumps';
import { readRefresh } from '#domain/probing/page/read-refresh';
import { decodeText } from './decode-text.ts';
import type { HttpAnswer } from './exchange.ts';
import type { HttpClient } from './http-client.ts';

/** Where a page itself leads; null when it stays. */
export type FindPageJump = (url: string, html: string) => { url: string; via: HopVia } | null;

export interface FollowRequest {
  url: string;
  userAgent: string;
  /** Requests at most; browsers stop at 20, no honest link needs more than a few. */
  maxHops: number;
  /** Whether to go on where a page refreshes itself or its script jumps. */
  findPageJump: FindPageJump | null;
  /** Decoded bytes of a page to read. */
  pageBytes: number;
  /** `report`: a redirect is the end of the chain and is judged by the caller. */
  redirects: 'follow' | 'report';
}

interface Next {
  url: string;
  via: HopVia;
  referer: string | null;
}

/** The only answers whose Location a browser follows (Fetch standard, "redirect status"). */
const redirectStatus: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

type Step = { kind: 'end'; end: ChainEnd } | { kind: 'next'; next: Next };

/** Each answer has its own limit; a server that keeps within it and sends on and on ends here. In milliseconds. */
const maxChainMs = 60_000;

/** Follows redirects one request at a time; every hop is checked, recorded and judged like the first. */
export async function followChain(client: HttpClient, request: FollowRequest, signal?: AbortSignal): Promise<Chain> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let next: Next = { url: request.url, via: 'start', referer: null };
  for (;;) {
    const visit = `${withoutFragment(next.url)} ${next.referer ?? ''}`;
    if (seen.has(visit)) return failed(hops, next.url, { kind: 'redirect-loop', detail: next.url });
    if (hops.length >= request.maxHops) return failed(hops, next.url, { kind: 'too-many-redirects', detail: next.url });
    const spentMs = hops.reduce((sum, { ms }) => sum + ms, 0);
    if (spentMs > maxChainMs) return failed(hops, next.url, { kind: 'total-timeout', detail: `${spentMs} ms` });
    seen.add(visit);
    const step = await visitOne(client, request, next, hops, signal);
    if (step.kind === 'end') return { hops, end: step.end };
    ({ next } = step);
  }
}

const failed = (hops: Hop[], url: string, failure: NetworkFailure): Chain => ({
  hops,
  end: { kind: 'failure', url, failure },
});

async function visitOne(
  client: HttpClient,
  request: FollowRequest,
  { url, via, referer }: Next,
  hops: Hop[],
  signal?: AbortSignal,
): Promise<Step> {
  const sent = await client.send(
    {
      url,
      userAgent: request.userAgent,
      bodyBytes: request.pageBytes,
      wantsBody: isReadable,
      ...(referer === null ? {} : { referer }),
    },
    via,
    signal,
  );
  hops.push(sent.hop);
  if (!sent.result.ok) return { kind: 'end', end: { kind: 'failure', url, failure: sent.result.failure } };
  return afterAnswer(request, sent.result, url);
}

/** Text, or nothing said about what it is. */
function isReadable(headers: Readonly<Record<string, string>>): boolean {
  if (/^\s*attachment/i.test(headers['content-disposition'] ?? '')) return false;
  const type = headers['content-type'] ?? '';
  return type === '' || /^(?:text\/|application\/(?:xhtml\+xml|xml|json))/i.test(type.trim());
}

function afterAnswer(request: FollowRequest, answer: HttpAnswer, url: string): Step {
  const { status, headers } = answer;
  const location = headers['location'];
  const isRedirect = redirectStatus.has(status) && location !== undefined && location !== '';
  if (isRedirect && request.redirects === 'follow') return redirected(url, location, 'redirect', null);
  const text = answer.body === null ? null : decodeText(answer.body, headers['content-type']);
  const refresh = headerRefresh(headers['refresh'], url);
  if (request.findPageJump && refresh !== null) return redirected(url, refresh, 'meta-refresh', url);
  const jump = text !== null && status < 400 ? (request.findPageJump?.(url, text) ?? null) : null;
  if (jump) return redirected(url, jump.url, jump.via, url);
  return { kind: 'end', end: { kind: 'page', url, status, headers, text, truncated: answer.truncated } };
}

/** `Refresh: 0; url=…` does what the `meta` element does; a page that only loads itself anew stays. */
function headerRefresh(header: string | undefined, here: string): string | null {
  const refresh = readRefresh(header ?? '');
  if (refresh === null || refresh.delaySeconds > maxRefreshSeconds) return null;
  const target = URL.canParse(refresh.url, here) ? new URL(refresh.url, here).href : refresh.url;
  return withoutFragment(target) === withoutFragment(here) ? null : refresh.url;
}

/** @param from the page a script or refresh ran on; null for a redirect, which no page took part in */
function redirected(base: string, target: string, via: HopVia, from: string | null): Step {
  if (isAppScheme(target)) return { kind: 'end', end: { kind: 'scheme', url: target, via } };
  const url = URL.canParse(target, base) ? new URL(target, base) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const failure: NetworkFailure = { kind: 'bad-redirect', detail: target.slice(0, 200) };
    return { kind: 'end', end: { kind: 'failure', url: base, failure } };
  }
  return { kind: 'next', next: { url: url.href, via, referer: refererFor(from, url) } };
}

/**
 * A page's own jump tells the same site where it came from, as every browser does; s.click.taobao.com answers its second
 * step only then. Other sites are told nothing.
 */
function refererFor(from: string | null, target: URL): string | null {
  if (from === null || siteOf(hostOf(from)) !== siteOf(target.hostname)) return null;
  return new URL(from).protocol === 'https:' && target.protocol === 'http:' ? null : withoutFragment(from);
}
