import { isPlainPage } from '../links/link-kinds.ts';
import { failureFacts, makeFacts, type ProbeContext } from './facts-builder.ts';
import { hostIn, hostOf } from './hosts.ts';
import type { Chain } from './hop.ts';
import { withoutFragment } from './jumps.ts';
import { openedTarget } from './opened-target.ts';
import { schemeOf } from './page-view.ts';
import type { OpenedTarget, ProbeFacts } from './probe-facts.ts';

/** Where a link leads: kind, item and promoter of the last address of its chain. */
export function classifyResolved(context: ProbeContext, chain: Chain): ProbeFacts {
  const { end, hops } = chain;
  const found = openedTarget(chain, context.pack);
  // An address of a known kind is an answer even if its page could not be loaded.
  if (end.kind === 'failure' && (!found || isPlainPage(found.target.kind) || hops.length < 2)) {
    return failureFacts(context, end.failure, { hops, params: { host: placeOf(end.url) || context.host } });
  }
  if (end.kind === 'page' && (end.status === 404 || end.status === 410)) {
    const params = { host: placeOf(end.url), status: end.status };
    return makeFacts(context, 'http-gone', { hops, outcomeHint: 'dead', params });
  }
  if (!found || isStuck(context, found.target)) {
    return makeFacts(context, 'not-resolved', { hops, params: { host: placeOf(end.url) } });
  }
  const reason = found.behindLogin ? 'resolved-behind-login' : 'resolved';
  return makeFacts(context, reason, { hops, opened: found.target, params: { host: placeOf(found.target.url) } });
}

const placeOf = (url: string): string => hostOf(url) || schemeOf(url);

/** The chain went nowhere and the address itself says nothing. */
function isStuck({ url, pack }: ProbeContext, target: OpenedTarget): boolean {
  if (withoutFragment(target.url) !== withoutFragment(url)) return false;
  return isPlainPage(target.kind) || hostIn(hostOf(target.url), pack.landing.shorteners);
}
