import { classifyText } from '../links/classify.ts';
import type { LinkPart } from '../links/link-part.ts';
import { hostIn, hostOf } from './hosts.ts';
import type { Chain } from './hop.ts';
import type { FailureKind } from './network-failure.ts';
import type { OpenedTarget } from './probe-facts.ts';
import type { ProbePack } from './probe-pack.ts';

/** What a chain leads to, read from its last address; null when it ended nowhere. */
export function openedTarget(chain: Chain, pack: ProbePack): { target: OpenedTarget; behindLogin: boolean } | null {
  const { end, hops } = chain;
  if (end.kind === 'failure' && (isAimless(end.failure.kind) || end.url === hops[0]?.url)) return null;
  const returnAddress = loginReturn(end.url, pack);
  const url = returnAddress ?? end.url;
  const last = readAddress(url);
  if (!last) return null;
  // Platforms drop the promoter from the page's address; the way there still shows it.
  const before = new Set(hops.map((hop) => hop.url));
  before.delete(url);
  const passed = [last, ...Array.from(before, readAddress).filter((part) => part !== null)];
  const first = (read: (part: LinkPart) => string | null): string | null => {
    for (const part of passed) {
      const value = read(part);
      if (value !== null) return value;
    }
    return null;
  };
  const target: OpenedTarget = {
    url,
    kind: last.kind,
    itemId: first((part) => part.itemId),
    pid: first((part) => part.pid),
    relationId: first((part) => part.relationId),
    activityId: first((part) => part.activityId),
    affiliate: passed.some((part) => part.earns === 'yes'),
  };
  return { target, behindLogin: returnAddress !== null };
}

/** A chain that never arrives leads nowhere, however many addresses it passes. */
const isAimless = (kind: FailureKind): boolean => kind === 'redirect-loop' || kind === 'too-many-redirects';

/** The page a login would return to. */
function loginReturn(url: string, pack: ProbePack): string | null {
  const host = hostOf(url);
  const login = pack.landing.loginHosts.find((entry) => hostIn(host, [entry.host]));
  if (!login) return null;
  const query = new URL(url).searchParams;
  for (const name of login.returnParameters) {
    const target = query.get(name);
    if (target !== null && /^https?:\/\//i.test(target) && URL.canParse(target)) return target;
  }
  return null;
}

function readAddress(url: string): LinkPart | null {
  const part = classifyText(url)[0];
  return part?.start === 0 ? part : null;
}
