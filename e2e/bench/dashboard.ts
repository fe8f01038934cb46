import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEngine } from '#infra/engine-thread';
import { createClient } from '#rpc/client';
import { built, root } from '../fixtures/project.ts';
import { makeBigCatalog } from './big-catalog.ts';
import type { Figure } from './figure.ts';

const products = 200_000;
const times = 9;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How long the engine takes for everything the overview shows, for the place with the most work. */
async function answerTimes(dataDir: string): Promise<{ links: number; milliseconds: number }> {
  const thread = startEngine(pathToFileURL(built('main', 'engine-worker.js')), {
    dataDir,
    resourcesDir: join(root, 'resources'),
    appVersion: 'bench',
    host: 'cli',
  });
  const engine = createClient(thread.channel);
  await engine.call('settings.update', { surface: 'chat_1v1' });
  const { links } = await engine.call('dashboard.get', {});
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const from = performance.now();
    await engine.call('dashboard.get', {});
    taken.push(performance.now() - from);
  }
  await thread.stop();
  return { links, milliseconds: median(taken) };
}

/** The overview of a catalog of 200,000 products. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    const dataDir = makeBigCatalog(folder, products);
    const { links, milliseconds } = await answerTimes(dataDir);
    return [
      { name: 'links in the catalog', value: links, unit: 'links' },
      { name: 'full overview, median', value: milliseconds, unit: 'ms', limit: 300 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
