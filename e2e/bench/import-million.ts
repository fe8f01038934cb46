import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDailyList } from './big-catalog.ts';
import type { Figure } from './figure.ts';
import { runEngine } from './import/engine-run.ts';
import { openEngine } from './open-engine.ts';

const rows = 1_000_000;
const pageRows = 50;

/** One character, two, more, several words, parts of numbers, and what is not there. */
const searches = [
  '件',
  '螺',
  '四件',
  '充电',
  '爬行垫',
  '夏季薄款',
  '家纺 四件',
  '螺蛳粉 12345',
  '500000',
  '99999',
  '旗舰店',
  '没有这个',
];
const rounds = 10;

/** How long the first page of a search takes; counting all that is found is another call. */
async function searchTimes(dataDir: string): Promise<number[]> {
  const { engine, stop } = openEngine(dataDir);
  const taken: number[] = [];
  // The first round reads pages from the disk, as the first search of a day does; it counts like the others.
  for (let round = 0; round < rounds; round += 1) {
    for (const search of searches) {
      const from = performance.now();
      await engine.call('catalog.query', {
        filter: { search },
        sort: { by: 'newest', descending: true },
        offset: 0,
        limit: pageRows,
      });
      taken.push(performance.now() - from);
    }
  }
  await stop();
  return taken.sort((a, b) => a - b);
}

/** Importing a million rows, and searching them; takes minutes. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-million-'));
  try {
    const list = join(folder, 'daily.csv');
    const dataDir = join(folder, 'data');
    writeDailyList(list, rows);
    const { seconds, created, peakMegabytes, calls } = runEngine(dataDir, list);
    if (created !== rows) throw new Error(`${created} products, expected ${rows}`);
    const taken = await searchTimes(dataDir);
    return [
      { name: `${rows} x 22, GB18030 CSV to searchable catalog`, value: seconds, unit: 's' },
      { name: 'peak memory', value: peakMegabytes, unit: 'MB', limit: 400 },
      { name: `calls meanwhile: slowest (${calls.slowestMethod})`, value: calls.slowest, unit: 'ms', limit: 50 },
      { name: 'calls meanwhile: 99 % within', value: calls.percentile99, unit: 'ms' },
      {
        name: 'first page of a search: 95 % within',
        value: taken[Math.floor(taken.length * 0.95)] ?? 0,
        unit: 'ms',
        limit: 30,
      },
      { name: 'first page of a search: slowest', value: taken.at(-1) ?? 0, unit: 'ms' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
