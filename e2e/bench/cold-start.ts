import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../fixtures/chromium.ts';
import { startBrowserHost } from '../fixtures/browser-host.ts';
import { makeBigCatalog } from './big-catalog.ts';
import type { Figure } from './figure.ts';
import { notingBrowser } from './noting-browser.ts';

const products = 200_000;
const times = 5;
/** A browser that was just launched goes on starting for a while; that is not the app's start. */
const browserRestMs = 2_000;

/** Milliseconds: of the host from its start to its address being opened, of the page from its navigation on. */
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

/**
 * A new browser each time: nothing of the page is cached or compiled yet.
 * @param opening how somebody gets to the page: in a window that the host opens, or by the address that it prints
 */
async function start(folder: string, dataDir: string, opening: 'window' | 'address'): Promise<Start> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
  const page = await browser.newPage();
  await page.addInitScript(watch);
  await sleep(browserRestMs);
  const window = opening === 'window' ? notingBrowser(folder) : null;
  const from = performance.now();
  const running = startBrowserHost(dataDir, window ? ['--browser', window.program] : ['--no-open']);
  const address = await running.unlessItEnds(window?.address ?? running.printedAddress);
  const host = performance.now() - from;
  await page.goto(address);
  await page.locator('.stat-row').waitFor();
  const total = performance.now() - from;
  const measured = await page.evaluate(stages);
  await browser.close();
  await running.end('SIGTERM');
  return { host, total, ...measured };
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

/**
 * Starting the browser host on a catalog of 200,000 products, and what the time goes into. The browser is there and at
 * rest; the app is given to it as `npm start` does, in a window that opens while the engine starts.
 */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  try {
    const dataDir = bigCatalog(folder);
    const starts: Start[] = [];
    const byAddress: Start[] = [];
    for (let time = 0; time < times; time++) {
      starts.push(await start(folder, dataDir, 'window'));
      byAddress.push(await start(folder, dataDir, 'address'));
    }
    return [
      { name: 'host: from its start to opening the window', value: median(starts, 'host'), unit: 'ms' },
      { name: 'page: first scripts there', value: median(starts, 'scripts'), unit: 'ms' },
      { name: 'page: shell drawn', value: median(starts, 'shell'), unit: 'ms' },
      { name: 'page: numbers drawn', value: median(starts, 'overview'), unit: 'ms' },
      { name: 'calls until then', value: median(starts, 'calls'), unit: 'calls' },
      { name: 'files until then', value: median(starts, 'files'), unit: 'files' },
      { name: 'size of the files', value: median(starts, 'kilobytes'), unit: 'KB' },
      { name: 'cold start to the overview, median', value: median(starts, 'total') / 1000, unit: 's', limit: 2 },
      {
        name: 'the same by an address that is printed once the engine is there',
        value: median(byAddress, 'total') / 1000,
        unit: 's',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
