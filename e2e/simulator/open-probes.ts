import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '#infra/probes/http/http-client';
import { createLinkProbes, type LinkProbes } from '#infra/probes/link-probes';
import { createProxyRouter } from '#infra/probes/proxy/proxy-route';
import { type ProbePack, probePackShape } from '#domain/probing/probe-pack';
import type { Simulator } from './start-simulator.ts';

export interface OpenedProbes {
  client: HttpClient;
  probes: LinkProbes;
  pack: ProbePack;
}

export function readBuiltInPack(): ProbePack {
  const file = new URL('../../resources/rulepacks/probes/wechat-probes@2026-11-23.json', import.meta.url);
  return probePackShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * The product's client and probes with the simulated world as the proxy a user would set, and its CA trusted by this
 * process, which is what NODE_EXTRA_CA_CERTS does for a new one.
 */
export async function openProbes(world: Simulator, options: Partial<HttpClientOptions> = {}): Promise<OpenedProbes> {
  setDefaultCACertificates([...getCACertificates('default'), world.caPem]);
  const pack = readBuiltInPack();
  const noSystem = () => Promise.reject(new Error('the system proxy is not asked'));
  const client = createHttpClient({
    route: await createProxyRouter({ mode: 'manual', url: world.proxyUrl }, noSystem),
    controlHosts: pack.controlHosts,
    hostLimits: { concurrency: 64, intervalMs: 0 },
    retry: { retries: 0, baseMs: 1, maxMs: 1 },
    ...options,
  });
  const now = (): Date => new Date('2026-11-23T04:00:00Z');
  return { client, pack, probes: createLinkProbes({ client, pack, now }) };
}
