import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobSnapshot } from '#contract/jobs';
import type { PolicyImpact } from '#contract/policy';
import { makeBigCatalog } from './big-catalog.ts';
import type { Figure } from './figure.ts';
import { openEngine } from './open-engine.ts';

/** As many products as hold about 200,000 links. */
const products = 67_000;

interface Measured {
  links: number;
  seconds: number;
  /** Of questions a window asks meanwhile. */
  longestWaitMs: number;
  changed: number;
}

async function measure(dataDir: string): Promise<Measured> {
  const { engine, stop } = openEngine(dataDir);
  try {
    const { total: links } = await engine.call('links.count', { filter: { surface: 'group' } });
    let job: JobSnapshot = await engine.call('policy.impact', { pack: null, asOf: '2021-09-20' });
    const from = performance.now();
    let longestWaitMs = 0;
    while (job.finishedAt === null) {
      const asked = performance.now();
      job = await engine.call('jobs.get', { jobId: job.id });
      longestWaitMs = Math.max(longestWaitMs, performance.now() - asked);
    }
    const seconds = (performance.now() - from) / 1_000;
    if (job.state !== 'done') throw new Error(`the impact job ended as ${job.state}`);
    return { links, seconds, longestWaitMs, changed: (job.result as PolicyImpact).changed };
  } finally {
    await stop();
  }
}

/** What another day would change, asked as the app asks it: as a job over a catalog in its database. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    const { links, seconds, longestWaitMs, changed } = await measure(makeBigCatalog(folder, products));
    return [
      { name: 'links in the catalog', value: links, unit: 'links' },
      { name: 'verdicts that change', value: changed, unit: 'verdicts' },
      { name: 'impact of another day on all of them, 12 places', value: seconds, unit: 's', limit: 5 },
      { name: 'longest wait of another question meanwhile', value: longestWaitMs, unit: 'ms', limit: 100 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
