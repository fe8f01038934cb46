import { hostIn, hostOf } from './hosts.ts';
import { type ProbeContext, failureFacts, makeFacts } from './facts-builder.ts';
import type { Chain } from './hop.ts';
import { isEnvironmentFailure, type NetworkFailure } from './network-failure.ts';
import { type CgiData, readCgiData } from './page/read-cgi-data.ts';
import { readPage } from './page/read-page.ts';
import { squash } from './phrases.ts';
import type { ProbeEvidence, ProbeFacts } from './probe-facts.ts';
import type { ProbePack, WechatOutcome } from './probe-pack.ts';
import { isSameTarget } from './same-target.ts';
import { type NoticeReading, outcomeOfType, readNotice, wechatPageAt } from './wechat-pages.ts';

/** The address to ask, with the link percent-encoded exactly once. */
export function gatewayAddress(url: string, pack: ProbePack): string {
  return `${pack.wapredirect.gateway}?${pack.wapredirect.parameter}=${encodeURIComponent(url.toWellFormed())}`;
}

/** Where the gateway sends the link; null when it does not redirect. Never followed without looking at it. */
export function gatewayTarget(gateway: Chain): string | null {
  const { end } = gateway;
  if (end.kind === 'scheme') return end.url;
  if (end.kind !== 'page' || end.status < 300 || end.status > 399) return null;
  const location = end.headers['location'];
  return location !== undefined && URL.canParse(location, end.url) ? new URL(location, end.url).href : null;
}

/** Whether the notice page behind a redirect has to be fetched before anything can be said. */
export function needsNotice(target: string | null, url: string, pack: ProbePack): boolean {
  return target !== null && !isSameTarget(target, url) && wechatPageAt(target, pack)?.kind === 'cgi-data';
}

/**
 * What WeChat's article jump says about a link. Only a redirect that the gateway itself issued counts; anything that is
 * not understood is skipped or `unknown`, never "no block".
 *
 * @param gateway the gateway's own answer, not followed
 * @param notice the notice page, when {@link needsNotice}
 */
export function classifyWapredirect(context: ProbeContext, gateway: Chain, notice: Chain | null): ProbeFacts {
  const hops = [...gateway.hops, ...(notice?.hops ?? [])];
  const { end } = gateway;
  const scene = { hops, appliesTo: 'article-jump' as const };
  if (end.kind === 'failure') return gatewayFailure(context, end.failure, scene);
  const target = gatewayTarget(gateway);
  if (target === null) return withoutRedirect(context, gateway, scene);
  const evidence: ProbeEvidence[] = [{ name: 'location', value: target }];
  if (isSameTarget(target, context.url)) return makeFacts(context, 'no-block-found', { ...scene, evidence });
  const page = wechatPageAt(target, context.pack);
  if (page?.kind === 'complaint') return makeFacts(context, 'complaint-page', { ...scene, evidence });
  if (page?.kind === 'copy-template') {
    return makeFacts(context, 'wechat-copy-to-browser', {
      ...scene,
      evidence: [...evidence, { name: 'template', value: page.id }],
      outcomeHint: 'copy-to-browser',
      params: { desc: '' },
    });
  }
  if (page) return readNoticePage(context, notice, { ...scene, evidence });
  const elsewhere = hostOf(target);
  if (hostIn(elsewhere, ownHosts(context.pack))) {
    return makeFacts(context, 'gateway-answer-unknown', {
      ...scene,
      evidence,
      skipped: true,
      params: { detail: target },
    });
  }
  return makeFacts(context, 'gateway-elsewhere', {
    ...scene,
    evidence,
    outcomeHint: 'unknown',
    params: { host: elsewhere === '' ? target : elsewhere },
  });
}

const ownHosts = (pack: ProbePack): string[] => [
  ...pack.wapredirect.gatewayHosts,
  ...pack.wapredirect.pages.flatMap((page) => page.hosts),
];

interface Scene {
  hops: ProbeFacts['hops'];
  appliesTo: ProbeFacts['appliesTo'];
  evidence?: ProbeEvidence[];
}

/** A gateway that cannot be reached says nothing about the link. */
function gatewayFailure(context: ProbeContext, failure: NetworkFailure, scene: Scene): ProbeFacts {
  if (isEnvironmentFailure(failure.kind)) return failureFacts(context, failure, scene);
  const detail = failure.detail === '' ? failure.kind : `${failure.kind}: ${failure.detail}`;
  return makeFacts(context, 'gateway-unavailable', { ...scene, skipped: true, params: { detail } });
}

function withoutRedirect(context: ProbeContext, gateway: Chain, scene: Scene): ProbeFacts {
  const { end } = gateway;
  if (end.kind !== 'page')
    return makeFacts(context, 'gateway-answer-unknown', { ...scene, skipped: true, params: { detail: end.kind } });
  if (end.status === 429 || end.status === 503) {
    return makeFacts(context, 'gateway-busy', { ...scene, skipped: true, params: { status: end.status } });
  }
  if (end.status >= 400) {
    return makeFacts(context, 'gateway-unavailable', {
      ...scene,
      skipped: true,
      params: { detail: `HTTP ${end.status}` },
    });
  }
  const data = end.status === 200 ? readCgiData(end.text ?? '') : null;
  // The gateway may show the notice itself instead of redirecting to it.
  if (data && hostIn(hostOf(end.url), context.pack.wapredirect.gatewayHosts)) {
    return noticeFacts(context, data, readNotice(`${data.title} ${data.desc}`, context.pack), scene);
  }
  return makeFacts(context, 'gateway-answer-unknown', {
    ...scene,
    skipped: true,
    params: { detail: `HTTP ${end.status}` },
  });
}

function readNoticePage(context: ProbeContext, notice: Chain | null, scene: Scene): ProbeFacts {
  const end = notice?.end;
  if (end?.kind === 'failure' && isEnvironmentFailure(end.failure.kind))
    return failureFacts(context, end.failure, scene);
  const onWechat = end?.kind === 'page' && wechatPageAt(end.url, context.pack)?.kind === 'cgi-data';
  if (!onWechat || end.status !== 200 || end.text === null) {
    return makeFacts(context, 'wechat-page-unread', { ...scene, outcomeHint: 'unknown' });
  }
  const data = readCgiData(end.text);
  const page = readPage(end.text);
  const words = data ? `${data.title} ${data.desc} ${data.buttons.join(' ')}` : `${page.title} ${page.text}`;
  return noticeFacts(context, data, readNotice(words, context.pack), scene);
}

function noticeFacts(context: ProbeContext, data: CgiData | null, reading: NoticeReading, scene: Scene): ProbeFacts {
  const evidence = [...(scene.evidence ?? []), ...noticeEvidence(data, reading)];
  // The declared type decides; words only where there is none.
  const outcome = data ? outcomeOfType(data.type, context.pack) : reading.outcome;
  const found = { ...scene, evidence };
  if (outcome === null) {
    const type = data ? data.type : '';
    const reason = data ? 'wechat-page-unknown' : 'wechat-page-unread';
    return makeFacts(context, reason, { ...found, outcomeHint: 'unknown', params: { type } });
  }
  return makeFacts(context, reasonOf[outcome], {
    ...found,
    outcomeHint: outcome,
    // A page stopped, or restricted for what it does, is so wherever it is opened; a mere hint is the scene's own.
    appliesTo: outcome === 'blocked' || isOffence(reading.cause) ? 'every-surface' : 'article-jump',
    params: { desc: noticeText(data, context.pack), ...(reading.cause === null ? {} : { cause: reading.cause }) },
  });
}

const reasonOf: Record<WechatOutcome, 'wechat-blocked' | 'wechat-copy-to-browser' | 'wechat-confirm'> = {
  blocked: 'wechat-blocked',
  'copy-to-browser': 'wechat-copy-to-browser',
  confirm: 'wechat-confirm',
};

const isOffence = (cause: string | null): boolean =>
  cause === 'induced-share' || cause === 'induced-jump' || cause === 'fraud' || cause === 'infringement';

/** What the notice says beyond its usual headline; an address in `desc` is the link itself and adds nothing. */
function noticeText(data: CgiData | null, pack: ProbePack): string {
  if (!data) return '';
  const headlines = pack.wapredirect.phrases
    .filter((phrase) => phrase.outcome !== null)
    .map((phrase) => squash(phrase.text));
  const title = headlines.includes(squash(data.title)) ? '' : data.title;
  const desc = /^https?:\/\//i.test(data.desc) ? '' : data.desc;
  return [title, desc].filter((part) => part !== '').join('：');
}

function noticeEvidence(data: CgiData | null, reading: NoticeReading): ProbeEvidence[] {
  const fields = data
    ? [
        { name: 'cgiData.type', value: data.type },
        { name: 'cgiData.title', value: data.title },
        { name: 'cgiData.desc', value: data.desc },
        { name: 'cgiData.btns', value: data.buttons.join(' / ') },
      ]
    : [];
  const phrases = reading.phrases.map((value) => ({ name: 'phrase', value }));
  return [...fields.filter(({ value }) => value !== ''), ...phrases];
}
