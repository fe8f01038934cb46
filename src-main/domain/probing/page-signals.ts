import { groupOf, hostIn, hostOf, isPlatform } from './hosts.ts';
import { downloadJump, downloadedFile } from './downloads.ts';
import { appJumps, type PageView, schemeOf, shownPhrase } from './page-view.ts';
import type { ProbeSignal } from './probe-facts.ts';
import type { ProbePack } from './probe-pack.ts';
import { wechatPageAt } from './wechat-pages.ts';
import { readCgiData } from './page/read-cgi-data.ts';
import type { ProbeSignalId } from '#contract/messages/probe-messages';

/** A mask that only asks to leave WeChat has little else to show. */
const maskUnits = 400;
/** From this many different sites on, a chain is no ordinary short link any more. */
const manySites = 4;

export function makeSignal(
  id: ProbeSignalId,
  pack: ProbePack,
  found: Pick<ProbeSignal, 'strength' | 'evidence'>,
): ProbeSignal {
  return { id, clause: pack.clauses.find((entry) => entry.signal === id)?.clause ?? null, ...found };
}

/**
 * Everything the view in WeChat does that the rules name, whatever the verdict. How a platform's own page behaves (Taobao's
 * starts its app wherever it can) is between the platform and WeChat, so only the way there and downloads count then.
 */
export function pageSignals(view: PageView, pack: ProbePack): ProbeSignal[] {
  const lastHost = view.chain.hops.map((hop) => hostOf(hop.url)).findLast((host) => host !== '') ?? '';
  if (isPlatform(lastHost, pack.landing.families)) {
    return [nestedRedirects(view, pack), fileDownload(view, pack)].filter((signal) => signal !== null);
  }
  return [nestedRedirects(view, pack), fileDownload(view, pack), forcedJump(view, pack), lookalike(view, pack)].filter(
    (signal) => signal !== null,
  );
}

/** Sites a chain passes, each named once, platforms counted as one site. */
export function sitesPassed(view: PageView, pack: ProbePack): string[] {
  const hosts = [...view.chain.hops.map((hop) => hostOf(hop.url)), view.host].filter((host) => host !== '');
  return [...new Set(hosts.map((host) => groupOf(host, pack.landing.families)))];
}

/** Short links behind short links, or a chain through many sites. */
function nestedRedirects(view: PageView, pack: ProbePack): ProbeSignal | null {
  const hosts = view.chain.hops.map((hop) => hostOf(hop.url));
  const shorteners = new Set(
    hosts.filter((host) => hostIn(host, pack.landing.shorteners)).map((host) => groupOf(host, pack.landing.families)),
  );
  const sites = sitesPassed(view, pack);
  if (shorteners.size < 2 && sites.length < manySites) return null;
  const strength = shorteners.size >= 2 || sites.length > manySites ? 'clear' : 'suspected';
  return makeSignal('nested-redirects', pack, {
    strength,
    evidence: [
      { name: 'sites', value: sites.join(' → ') },
      { name: 'count', value: String(sites.length) },
      ...[...shorteners].map((value) => ({ name: 'shortener', value })),
    ],
  });
}

function fileDownload(view: PageView, pack: ProbePack): ProbeSignal | null {
  const file = downloadedFile(view, pack) ?? downloadJump(view, pack);
  return file === null
    ? null
    : makeSignal('file-download', pack, { strength: 'clear', evidence: [{ name: 'file', value: file }] });
}

/** The page starts an app by itself, or shows little more than the request to leave WeChat or to download. */
function forcedJump(view: PageView, pack: ProbePack): ProbeSignal | null {
  const { end } = view.chain;
  if (end.kind === 'scheme') {
    return makeSignal('forced-jump', pack, {
      strength: 'clear',
      evidence: [{ name: 'scheme', value: schemeOf(end.url) }],
    });
  }
  const jump = appJumps(view)[0];
  if (jump) {
    const strength = jump.certain || jump.asksForWechat ? 'clear' : 'suspected';
    return makeSignal('forced-jump', pack, { strength, evidence: [{ name: 'scheme', value: schemeOf(jump.url) }] });
  }
  const phrase = shownPhrase(view, [...pack.landing.leaveWechatPhrases, ...pack.landing.downloadPhrases]);
  if (!phrase) return null;
  const strength = isMask(view) ? 'clear' : 'suspected';
  return makeSignal('forced-jump', pack, { strength, evidence: [{ name: 'phrase', value: phrase.text }] });
}

/** Whether the page shows so little that one sentence is all of it. */
export const isMask = (view: PageView): boolean => view.words.length <= maskUnits;

/** Somebody else's page that is built like WeChat's notice. */
function lookalike(view: PageView, pack: ProbePack): ProbeSignal | null {
  return isLookalike(view, pack)
    ? makeSignal('lookalike-block-page', pack, { strength: 'clear', evidence: [{ name: 'host', value: view.host }] })
    : null;
}

export function isLookalike(view: PageView, pack: ProbePack): boolean {
  const { end } = view.chain;
  if (end.kind !== 'page' || end.text === null || wechatPageAt(end.url, pack) !== null) return false;
  if (
    hostIn(
      view.host,
      pack.wapredirect.pages.flatMap((page) => page.hosts),
    )
  )
    return false;
  const data = readCgiData(end.text);
  if (data && pack.wapredirect.types.some((entry) => entry.type === data.type)) return true;
  if (!isMask(view)) return false;
  return (
    shownPhrase(
      view,
      pack.wapredirect.phrases.filter((phrase) => phrase.outcome !== null && phrase.text.length >= 8),
    ) !== null
  );
}
