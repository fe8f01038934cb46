import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startBrowserApp } from '../fixtures/browser-app.ts';
import { chromiumArgs, chromiumPath } from '../fixtures/chromium.ts';
import { makeBigCatalog } from './big-catalog.ts';
import type { Figure } from './figure.ts';

const products = 200_000;
const times = 5;

/** Milliseconds: of the host from its start to its address, of the page from its navigation on. */
interface Start {
  host: number;
  scripts: number;
  shell: number;
  overview: number;
  /** From starting the host to numbers that can be clicked. */
  total: number;
  calls: number;
  files: number;
  kilobytes: number;
}

interface Marks {
  shell?: number;
  overview?: number;
}

/** Notes, inside the page, when the shell and when the numbers of the overview are drawn. */
function watch(): void {
  const marks: Marks = {};
  Object.assign(globalThis, { startMarks: marks });
  const look = (): void => {
    if (document.documentElement?.dataset['appState'] === 'ready') marks.shell ??= performance.now();
    if (document.querySelector('.stat-row') === null) requestAnimationFrame(look);
    else marks.overview ??= performance.now();
  };
  look();
}

function stages(): Omit<Start, 'host' | 'total'> {
  const { shell = Number.NaN, overview = Number.NaN } = (globalThis as unknown as { startMarks: Marks }).startMarks;
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const used = resources.filter(({ responseEnd }) => responseEnd <= overview);
  const files = used.filter(({ name }) => name.includes('/assets/'));
  const beforeShell = files.map(({ responseEnd }) => responseEnd).filter((end) => end <= shell);
  return {
    scripts: Math.max(0, ...beforeShell),
    shell,
    overview,
    calls: used.filter(({ name }) => name.endsWith('/rpc')).length,
    files: files.length,
    kilobytes: files.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) / 1024,
  };
}

/** A new browser each time: nothing of the page is cached or compiled yet. */
async function start(dataDir: string): Promise<Start> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
  const from = performance.now();
  let host = Number.NaN;
  const app = await startBrowserApp(browser, dataDir, {}, async (page) => {
    host = performance.now() - from;
    await page.addInitScript(watch);
  });
  await app.page.locator('.stat-row').waitFor();
  const total = performance.now() - from;
  const page = await app.page.evaluate(stages);
  await app.stop();
  await browser.close();
  return { host, total, ...page };
}

function median(starts: readonly Start[], key: keyof Start): number {
  const values = starts.map((each) => each[key]).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A folder with a big catalog: a copy of the one named by BENCH_DATA_DIR, or one that is imported now. */
function bigCatalog(folder: string): string {
  const known = process.env['BENCH_DATA_DIR'];
  if (known === undefined) return makeBigCatalog(folder, products);
  const copy = join(folder, 'data');
  cpSync(known, copy, { recursive: true });
  return copy;
}

/** Starting the browser host on a catalog of 200,000 products, and what the time goes into. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    const dataDir = bigCatalog(folder);
    const starts: Start[] = [];
    for (let time = 0; time < times; time++) starts.push(await start(dataDir));
    return [
      { name: 'host: from its start to the address', value: median(starts, 'host'), unit: 'ms' },
      { name: 'page: first scripts there', value: median(starts, 'scripts'), unit: 'ms' },
      { name: 'page: shell drawn', value: median(starts, 'shell'), unit: 'ms' },
      { name: 'page: numbers drawn', value: median(starts, 'overview'), unit: 'ms' },
      { name: 'calls until then', value: median(starts, 'calls'), unit: 'calls' },
      { name: 'files until then', value: median(starts, 'files'), unit: 'files' },
      { name: 'size of the files', value: median(starts, 'kilobytes'), unit: 'KB' },
      { name: 'cold start to the overview, median', value: median(starts, 'total') / 1000, unit: 's', limit: 2 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
