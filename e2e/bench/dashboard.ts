import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBigCatalog } from './big-catalog.ts';
import type { Figure } from './figure.ts';
import { openEngine } from './open-engine.ts';

const products = 200_000;
const times = 9;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

interface Measured {
  links: number;
  /** Counted anew, and as kept from the last look. */
  countedMs: number;
  keptMs: number;
}

/** How long the engine takes for everything the overview shows. Another place's numbers are not kept. */
async function answerTimes(dataDir: string): Promise<Measured> {
  const { engine, stop } = openEngine(dataDir);
  const take = async (): Promise<number> => {
    const from = performance.now();
    await engine.call('dashboard.get', {});
    return performance.now() - from;
  };
  const counted: number[] = [];
  const kept: number[] = [];
  for (let time = 0; time < times; time++) {
    await engine.call('settings.update', { surface: time % 2 === 0 ? 'chat_1v1' : 'group' });
    counted.push(await take());
    kept.push(await take());
  }
  const { links } = await engine.call('dashboard.get', {});
  await stop();
  return { links, countedMs: median(counted), keptMs: median(kept) };
}

/** The overview of a catalog of 200,000 products. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    const dataDir = makeBigCatalog(folder, products);
    const { links, countedMs, keptMs } = await answerTimes(dataDir);
    return [
      { name: 'links in the catalog', value: links, unit: 'links' },
      { name: 'full overview counted anew, median', value: countedMs, unit: 'ms', limit: 300 },
      { name: 'the same kept from the last look, median', value: keptMs, unit: 'ms', limit: 300 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
