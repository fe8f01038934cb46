import { classifyLanding } from '#domain/probing/classify-landing';
import { classifyResolved } from '#domain/probing/classify-resolved';
import { classifyWapredirect, gatewayAddress, gatewayTarget, needsNotice } from '#domain/probing/classify-wapredirect';
import { compareViews } from '#domain/probing/compare-views';
import { failureFacts, type ProbeContext } from '#domain/probing/facts-builder';
import { hostOf, isPlatform } from '#domain/probing/hosts';
import type { ProbeFacts, ProbeId } from '#domain/probing/probe-facts';
import type { ProbePack } from '#domain/probing/probe-pack';
import { ChainViews } from './chain-views.ts';
import { checkUrl } from './http/check-url.ts';
import type { HttpClient } from './http/http-client.ts';

export interface LinkProbesOptions {
  client: HttpClient;
  pack: ProbePack;
  now(): Date;
}

/** One probe of one link. Network trouble is part of the result; a cancelled probe comes back skipped. */
export type LinkProbe = (url: string, signal?: AbortSignal) => Promise<ProbeFacts>;

export interface LinkProbes extends Record<ProbeId, LinkProbe> {
  /** Whom a probe asks first, for keeping requests to one host apart. */
  hostFor(probe: ProbeId, url: string): string;
}

export function createLinkProbes({ client, pack, now }: LinkProbesOptions): LinkProbes {
  const chains = new ChainViews(client, pack);
  const context = (probe: ProbeId, url: string): ProbeContext => ({
    probe,
    url,
    host: hostOf(url),
    checkedAt: now().toISOString(),
    pack,
  });
  return {
    hostFor: (probe, url) => hostOf(probe === 'wapredirect' ? pack.wapredirect.gateway : url),
    wapredirect: async (url, signal) => {
      // What no probe may visit is not WeChat's business either.
      const checked = checkUrl(url);
      if (!checked.ok) return failureFacts(context('wapredirect', url), checked.failure, {});
      const gateway = await chains.once(gatewayAddress(url, pack), 'wechat', signal);
      const target = gatewayTarget(gateway);
      const notice =
        target !== null && needsNotice(target, url, pack) ? await chains.once(target, 'wechat', signal) : null;
      return classifyWapredirect(context('wapredirect', url), gateway, notice);
    },
    direct: async (url, signal) => {
      // A platform's own pages are not compared, and asking once counts as one click instead of two.
      if (isPlatform(hostOf(url), pack.landing.families)) {
        const wechat = await chains.view(url, 'wechat', signal);
        return classifyLanding(context('direct', url), { wechat, comparison: null, repeated: null });
      }
      const [wechat, browser] = await Promise.all([
        chains.view(url, 'wechat', signal),
        chains.view(url, 'browser', signal),
      ]);
      const comparison = compareViews(wechat, browser, pack);
      const isDifferent = comparison.verdict === 'different';
      const repeated = isDifferent ? await chains.compareAgain(url, { wechat, browser }, signal) : null;
      return classifyLanding(context('direct', url), { wechat, comparison, repeated });
    },
    resolve: async (url, signal) =>
      classifyResolved(context('resolve', url), await chains.whole(url, 'browser', signal)),
  };
}
