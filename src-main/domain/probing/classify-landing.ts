import type { ProbeReason } from '#contract/messages/probe-messages';
import { hostIn, hostOf, isPlatform } from './hosts.ts';
import { failureFacts, makeFacts, type ProbeContext } from './facts-builder.ts';
import { cloakingSignal, type ViewComparison } from './compare-views.ts';
import { downloadJump, downloadedFile } from './downloads.ts';
import { openedTarget } from './opened-target.ts';
import { scriptWords } from './page/unseen-words.ts';
import { isLookalike, isMask, pageSignals } from './page-signals.ts';
import { botCheck, isLoginWall, type PageView, schemeOf, shownPhrase } from './page-view.ts';
import type { ProbePack } from './probe-pack.ts';
import type { ProbeEvidence, ProbeFacts, ProbeSignal } from './probe-facts.ts';
import { wechatPageAt } from './wechat-pages.ts';

export interface LandingViews {
  /** The link as WeChat asks for it. */
  wechat: PageView;
  /** Null when there was nothing to compare. */
  comparison: ViewComparison | null;
  /** The same comparison made again, when the first one found a difference. */
  repeated: ViewComparison | null;
}

type Finding = { reason: ProbeReason } & Partial<Pick<ProbeFacts, 'outcomeHint' | 'params' | 'evidence'>>;

/** What the link's own page says about the link. */
export function classifyLanding(context: ProbeContext, views: LandingViews): ProbeFacts {
  const { wechat } = views;
  const { pack } = context;
  const { end, hops } = wechat.chain;
  const opened = openedTarget(wechat.chain, pack)?.target ?? null;
  const shared = { hops, opened, signals: allSignals(context, views) };
  if (end.kind === 'failure') {
    return failureFacts(context, end.failure, { ...shared, params: { host: hostOf(end.url) || context.host } });
  }
  const finding =
    wechatNotice(context, wechat) ?? deadPage(context, wechat) ?? wall(context, wechat) ?? content(context, wechat);
  const { reason, params, ...rest } = finding;
  return makeFacts(context, reason, {
    ...shared,
    ...rest,
    params: { ...(wechat.host === '' ? {} : { host: wechat.host }), ...params },
    textForReview: reviewText(wechat, reason),
  });
}

function allSignals(context: ProbeContext, { wechat, comparison, repeated }: LandingViews): ProbeSignal[] {
  const cloaking = comparison ? cloakingSignal(comparison, repeated, wechat, context.pack) : null;
  return [...(cloaking ? [cloaking] : []), ...pageSignals(wechat, context.pack)];
}

/** Pages the site does not own are not its text. What the page holds ready counts: a layer is shown with one tap. */
function reviewText(view: PageView, reason: ProbeReason): string | null {
  const own: readonly ProbeReason[] = [
    'page-opened',
    'forced-download-page',
    'leave-wechat-page',
    'lookalike-block-page',
  ];
  const { page } = view;
  if (page === null || !own.includes(reason)) return null;
  const held = [page.unseenText, scriptWords([...page.scripts, ...page.data])];
  if (page.text === '' && held.join('') === '') return null;
  return [page.title, page.text, ...held].filter((part) => part !== '').join('\n');
}

/** WeChat's notice pages, real ones the site jumps to by itself and imitations: neither is a block by WeChat. */
function wechatNotice({ pack }: ProbeContext, view: PageView): Finding | null {
  const page = wechatPageAt(view.url, pack);
  if (page && page.kind !== 'complaint')
    return { reason: 'decoy-block-page', evidence: [{ name: 'address', value: view.url }] };
  return isLookalike(view, pack) ? { reason: 'lookalike-block-page' } : null;
}

function deadPage({ pack }: ProbeContext, view: PageView): Finding | null {
  const { end } = view.chain;
  if (end.kind !== 'page') return null;
  const url = URL.canParse(end.url) ? new URL(end.url) : null;
  const gone = pack.landing.deadAddresses.find(
    (entry) => hostIn(view.host, entry.hosts) && url !== null && url.pathname.startsWith(entry.path),
  );
  if (gone) {
    const evidence = [{ name: 'address', value: end.url }];
    return { reason: 'item-gone-address', outcomeHint: 'dead', evidence };
  }
  const phrase = shownPhrase(
    view,
    pack.landing.deadPhrases.filter((entry) => hostIn(view.host, entry.hosts)),
  );
  if (phrase) {
    const evidence = [
      { name: 'phrase', value: phrase.text },
      { name: 'confidence', value: phrase.confidence },
    ];
    return { reason: phrase.meaning, outcomeHint: 'dead', params: { phrase: phrase.text }, evidence };
  }
  if (end.status === 404 || end.status === 410) {
    return { reason: 'http-gone', outcomeHint: 'dead', params: { status: end.status } };
  }
  return null;
}

/** What stands between the probe and the page. */
function wall({ pack }: ProbeContext, view: PageView): Finding | null {
  const { end } = view.chain;
  const check = botCheck(view, pack);
  if (check !== null) return { reason: 'bot-check', evidence: [{ name: 'mark', value: check }] };
  if (isLoginWall(view, pack)) return { reason: 'login-wall' };
  if (end.kind !== 'page' || end.status < 400) return null;
  const params = { status: end.status };
  if (end.status >= 500) return { reason: 'server-error', outcomeHint: 'unknown', params };
  const denied = [401, 403, 405, 406, 418, 429, 451].includes(end.status);
  return { reason: denied ? 'access-denied' : 'client-error', outcomeHint: 'unknown', params };
}

function content({ pack }: ProbeContext, view: PageView): Finding {
  const { end } = view.chain;
  if (end.kind === 'scheme') {
    return {
      reason: 'app-scheme',
      outcomeHint: 'unknown',
      params: { scheme: schemeOf(end.url) },
      evidence: [{ name: 'address', value: end.url }],
    };
  }
  const file = downloadedFile(view, pack);
  if (file !== null) return { reason: 'file-download', outcomeHint: 'unknown', params: { file } };
  return forcedPage(view, pack) ?? opened(view);
}

/** A page that shows nothing until the reader downloads something or leaves WeChat. */
function forcedPage(view: PageView, pack: ProbePack): Finding | null {
  const jump = downloadJump(view, pack);
  if (jump !== null) return { reason: 'forced-download-page', outcomeHint: 'unknown', params: { what: jump } };
  if (!isMask(view) || isPlatform(view.host, pack.landing.families)) return null;
  const download = shownPhrase(view, pack.landing.downloadPhrases);
  if (download) return { reason: 'forced-download-page', outcomeHint: 'unknown', params: { what: download.text } };
  const leave = shownPhrase(view, pack.landing.leaveWechatPhrases);
  // Tapping ends at the site's own request to go on in a browser, as it does at WeChat's.
  return leave ? { reason: 'leave-wechat-page', outcomeHint: 'copy-to-browser', params: { phrase: leave.text } } : null;
}

function opened(view: PageView): Finding {
  const { end } = view.chain;
  if (end.kind === 'page' && end.truncated) {
    return { reason: 'page-opened', evidence: [{ name: 'truncated', value: `${end.text?.length ?? 0}` }] };
  }
  const isEmpty = view.page !== null && view.page.text === '' && view.page.scripts.length === 0;
  const title: ProbeEvidence[] = view.page && view.page.title !== '' ? [{ name: 'title', value: view.page.title }] : [];
  return isEmpty ? { reason: 'empty-page', outcomeHint: 'unknown' } : { reason: 'page-opened', evidence: title };
}
