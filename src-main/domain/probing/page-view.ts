import { hostIn, hostOf } from './hosts.ts';
import type { Chain } from './hop.ts';
import { isAppScheme, type PageJump, readLanding } from './jumps.ts';
import type { PageFacts } from './page/read-page.ts';
import { findPhrase, squash } from './phrases.ts';
import type { ProbePack } from './probe-pack.ts';

/** Dead pages say so at once; a phrase far down belongs to something else on the page. */
const phraseReach = 2_000;

/** A chain together with what its last page shows; read once, used by every check. */
export interface PageView {
  chain: Chain;
  /** Address of the end. */
  url: string;
  host: string;
  /** Null when the chain did not end at a readable page. */
  page: PageFacts | null;
  /** Title and the beginning of the text without white space, for phrases. */
  words: string;
  jumps: PageJump[];
}

/** @param read reads the last page; for a caller that has read it already */
export function viewChain(chain: Chain, pack: ProbePack, read: typeof readLanding = readLanding): PageView {
  const { end } = chain;
  const reading = end.kind === 'page' && end.text !== null ? read(end.url, end.text, pack) : null;
  const page = reading?.page ?? null;
  let words: string | null = null;
  return {
    chain,
    url: end.url,
    host: hostOf(end.url),
    page,
    // Only the view that is judged needs them.
    get words() {
      words ??= page ? squash(`${page.title}\n${page.text.slice(0, phraseReach * 2)}`) : '';
      return words;
    },
    jumps: reading?.jumps ?? [],
  };
}

/** The first of the phrases the page shows near its top. */
export function shownPhrase<T extends { text: string }>(view: PageView, phrases: readonly T[]): T | null {
  const top = view.words.slice(0, phraseReach);
  return phrases.find((phrase) => findPhrase(top, phrase.text) >= 0) ?? null;
}

/** The human check in front of the page, as the pack describes it. */
export function botCheck(view: PageView, pack: ProbePack): string | null {
  const places = {
    address: [...view.chain.hops.map((hop) => hop.url), view.url],
    title: [view.page?.title ?? ''],
    script: view.page?.scripts ?? [],
  };
  const hit = pack.landing.botChecks.find((mark) => places[mark.in].some((place) => place.includes(mark.text)));
  return hit?.text ?? null;
}

/** Whether the page is a login: a known login host, or a page that wants a password and was not asked for. */
export function isLoginWall(view: PageView, pack: ProbePack): boolean {
  if (pack.landing.loginHosts.some((entry) => hostIn(view.host, [entry.host]))) return true;
  if (!view.page?.hasPasswordField) return false;
  return /(?:^|[/._-])(?:log-?in|sign-?in|passport|sso)(?:[/._-]|$)/i.test(pathOf(view.url));
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '');

/** Jumps of the page that start an app. */
export function appJumps(view: PageView): PageJump[] {
  return view.jumps.filter((jump) => isAppScheme(jump.url));
}

export const schemeOf = (url: string): string => /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '';
