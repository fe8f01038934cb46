import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createHttpClient } from '#infra/probes/http/http-client';
import { createLinkProbes } from '#infra/probes/link-probes';
import { createProxyRouter } from '#infra/probes/proxy/proxy-route';
import { type ProbeItem, runProbes } from '#infra/probes/run-probes';
import type { ProbeFacts } from '#domain/probing/probe-facts';
import { readBuiltInPack } from '../simulator/open-probes.ts';
import type { Figure } from './figure.ts';

const links = 2_000;
const hosts = 40;
const latencyMs = 100;
const concurrency = 64;

/** The simulated world on a thread of its own, as it would be on another computer. */
async function startWorld(): Promise<{ proxyUrl: string; stop(): Promise<number> }> {
  const worker = new Worker(fileURLToPath(new URL('../simulator/bench-world.ts', import.meta.url)), {
    workerData: { latencyMs },
  });
  const proxyUrl = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { proxyUrl, stop: () => worker.terminate() };
}

async function run(proxyUrl: string, count: number): Promise<{ seconds: number; opened: number }> {
  const pack = readBuiltInPack();
  const never = () => Promise.reject(new Error('the system proxy is not asked'));
  const client = createHttpClient({
    route: await createProxyRouter({ mode: 'manual', url: proxyUrl }, never),
    controlHosts: pack.controlHosts,
    hostLimits: { concurrency: links, intervalMs: 0 },
  });
  const probes = createLinkProbes({ client, pack, now: () => new Date() });
  const items = Array.from({ length: count }, (_, index): ProbeItem<ProbeFacts> => {
    const url = `http://shop${index % hosts}.bench.test/item/${index}`;
    return {
      id: String(index),
      host: probes.hostFor('direct', url),
      priority: 0,
      run: (signal) => probes.direct(url, signal),
    };
  });
  let opened = 0;
  const from = performance.now();
  await runProbes(items, {
    concurrency,
    perHost: concurrency,
    hostIntervalMs: 0,
    onResult: (_item, facts) => void (opened += Number(facts.reason === 'page-opened')),
  });
  const seconds = (performance.now() - from) / 1_000;
  await client.close();
  return { seconds, opened };
}

/**
 * The whole direct probe (the page as WeChat and as a browser, compared, its text taken out) of 2,000 links on 40 hosts
 * that answer after 100 ms, 64 at a time, without limits per host.
 */
export async function bench(): Promise<Figure[]> {
  const world = await startWorld();
  try {
    // The engine is warm when somebody starts a check; connections are not, so this client is another one.
    await run(world.proxyUrl, 2 * concurrency);
    const { seconds, opened } = await run(world.proxyUrl, links);
    if (opened !== links) throw new Error(`${opened} of ${links} links opened`);
    const bound = (links / concurrency) * (latencyMs / 1_000);
    return [
      { name: `probe ${links} links on ${hosts} hosts`, value: seconds, unit: 's', limit: bound * 1.25 },
      { name: 'probe time in latency bounds', value: seconds / bound, unit: 'times', limit: 1.25 },
    ];
  } finally {
    await world.stop();
  }
}
