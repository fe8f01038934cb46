import type { ProbeDifference } from '#contract/messages/probe-messages';
import { groupOf, hostOf, isPlatform } from './hosts.ts';
import { appJumps, botCheck, isLoginWall, type PageView, schemeOf } from './page-view.ts';
import type { ProbeEvidence, ProbeSignal } from './probe-facts.ts';
import type { ProbePack } from './probe-pack.ts';
import { makeSignal } from './page-signals.ts';
import { lengthRatio, textSimilarity } from './text-similarity.ts';

/** Ids of contract/messages/probe-messages `probeDifferenceMessages`. */
export type Difference = Exclude<ProbeDifference, 'script'>;

export interface ViewComparison {
  /** `not-comparable`: one view is missing, a login, a human check, or the platform's own page. */
  verdict: 'same' | 'different' | 'not-comparable';
  differences: Difference[];
  evidence: ProbeEvidence[];
}

/** Below this much shared text two pages are about different things. */
const sameText = 0.35;
/** A page of which almost nothing is left shows something else, even if that little is the same. */
const sameLength = 0.1;
/** Too little text to compare. */
const enoughUnits = 30;

/** Answers a server gives to requests, not to readers: they say nothing about what is shown. */
const transientStatus: ReadonlySet<number> = new Set([401, 403, 407, 408, 425, 429, 500, 502, 503, 504]);

/** Compares by substance what WeChat's and a browser's user agent are shown. */
export function compareViews(wechat: PageView, browser: PageView, pack: ProbePack): ViewComparison {
  const differences: Difference[] = [];
  const evidence: ProbeEvidence[] = [];
  const note = (difference: Difference, inWechat: string, inBrowser: string): void => {
    differences.push(difference);
    evidence.push(
      { name: `${difference}.wechat`, value: inWechat },
      { name: `${difference}.browser`, value: inBrowser },
    );
  };
  if (!isComparable(wechat, pack) || !isComparable(browser, pack) || samePlatform(wechat, browser, pack)) {
    return { verdict: 'not-comparable', differences, evidence };
  }
  compareEnds(wechat, browser, pack, note);
  if (wechat.page && browser.page) comparePages(wechat, browser, note);
  return { verdict: differences.length > 0 ? 'different' : 'same', differences, evidence };
}

type Note = (difference: Difference, inWechat: string, inBrowser: string) => void;

function isComparable(view: PageView, pack: ProbePack): boolean {
  const { end } = view.chain;
  if (end.kind === 'failure') return end.failure.kind === 'redirect-loop' || end.failure.kind === 'too-many-redirects';
  if (botCheck(view, pack) !== null || isLoginWall(view, pack)) return false;
  return end.kind !== 'page' || !transientStatus.has(end.status);
}

/** What a platform shows inside WeChat is its own arrangement with WeChat, not the promoter's. */
function samePlatform(wechat: PageView, browser: PageView, pack: ProbePack): boolean {
  const groups = [wechat, browser].map((view) => groupOf(view.host, pack.landing.families));
  return groups[0] === groups[1] && isPlatform(wechat.host, pack.landing.families);
}

function compareEnds(wechat: PageView, browser: PageView, pack: ProbePack, note: Note): void {
  const [a, b] = [wechat.chain.end, browser.chain.end];
  if (a.kind !== b.kind) {
    note('only-one-opens', describeEnd(wechat), describeEnd(browser));
    return;
  }
  const families = pack.landing.families;
  if (groupOf(wechat.host, families) !== groupOf(browser.host, families)) {
    note('other-site', wechat.url, browser.url);
  }
  if (a.kind === 'page' && b.kind === 'page' && a.status !== b.status) {
    note('status', String(a.status), String(b.status));
  }
}

function describeEnd(view: PageView): string {
  const { end } = view.chain;
  if (end.kind === 'scheme') return `${schemeOf(end.url)}://`;
  return end.kind === 'page' ? view.url : end.failure.kind;
}

function comparePages(wechat: PageView, browser: PageView, note: Note): void {
  const [a, b] = [textOf(wechat), textOf(browser)];
  const longer = Math.max(a.length, b.length);
  const differs = textSimilarity(a, b) < sameText || lengthRatio(a, b) < sameLength;
  if (longer >= enoughUnits && differs) {
    note(samePath(wechat, browser) ? 'text' : 'other-page', excerpt(a), excerpt(b));
  }
  const [jumpsA, jumpsB] = [schemes(wechat), schemes(browser)];
  if (jumpsA !== jumpsB) note('jump', jumpsA, jumpsB);
}

const textOf = (view: PageView): string => `${view.page?.title ?? ''}\n${view.page?.text ?? ''}`.trim();
const excerpt = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 120);
const schemes = (view: PageView): string =>
  [...new Set(appJumps(view).map((jump) => schemeOf(jump.url)))].sort().join(' ');

function samePath(wechat: PageView, browser: PageView): boolean {
  if (hostOf(wechat.url) !== hostOf(browser.url)) return false;
  return new URL(wechat.url).pathname === new URL(browser.url).pathname;
}

/**
 * The signal behind a comparison. `repeated` is the comparison made again with fresh answers, null when it was not or when
 * the page did not even agree with itself; only a difference that lasts is one.
 */
export function cloakingSignal(
  comparison: ViewComparison,
  repeated: ViewComparison | null,
  wechat: PageView,
  pack: ProbePack,
): ProbeSignal | null {
  if (comparison.verdict === 'different') {
    const stable = repeated?.verdict === 'different';
    const lasting = stable ? comparison.differences.filter((one) => repeated.differences.includes(one)) : [];
    if (lasting.length === 0) return null;
    const kept = comparison.evidence.filter(({ name }) => lasting.some((one) => name.startsWith(`${one}.`)));
    const evidence = [{ name: 'difference', value: lasting.join(' ') }, ...kept];
    return makeSignal('cloaking', pack, { strength: 'clear', evidence });
  }
  const branch = wechat.jumps.find((jump) => jump.asksForWechat);
  if (!branch) return null;
  return makeSignal('cloaking', pack, {
    strength: 'suspected',
    evidence: [
      { name: 'difference', value: 'script' },
      { name: 'script', value: branch.url },
    ],
  });
}
