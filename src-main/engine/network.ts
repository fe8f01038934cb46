import { probePackShape, type ProbePack } from '#domain/probing/probe-pack';
import type { Settings } from '#contract/settings';
import type { HostLimits } from '#infra/probes/http/host-gate';
import type { HttpClient } from '#infra/probes/http/http-client';
import { readBuiltInPacks } from '#infra/rule-pack-files';

/** Phrases, hosts and browser names the probes go by. */
export function readProbePack(resourcesDir: string): ProbePack {
  return probePackShape.parse(readBuiltInPacks(resourcesDir, 'probes').at(-1));
}

/** What an image server is asked at most: fewer at a time than a browser that opens one product page asks of it. */
export const pictureLimits: HostLimits = { concurrency: 6, intervalMs: 25 };

/** The one way out, through the user's proxy setting. Close it when the work is done. */
export async function openNetwork(
  pack: ProbePack,
  { proxy }: Pick<Settings, 'proxy'>,
  hostLimits?: HostLimits,
): Promise<HttpClient> {
  // Loaded here: what speaks HTTP is the largest part of the engine, and no start of the app should wait for it.
  const [{ createHttpClient }, { createProxyRouter }, { readSystemProxy, systemSources }] = await Promise.all([
    import('#infra/probes/http/http-client'),
    import('#infra/probes/proxy/proxy-route'),
    import('#infra/probes/proxy/system-proxy'),
  ]);
  const route = await createProxyRouter(proxy, () => readSystemProxy(systemSources));
  return createHttpClient({ route, controlHosts: pack.controlHosts, ...(hostLimits ? { hostLimits } : {}) });
}
