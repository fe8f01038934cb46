import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { startBrowserApp } from '../fixtures/browser-app.ts';
import { chromiumArgs, chromiumPath } from '../fixtures/chromium.ts';
import { makeBigCatalog } from './big-catalog.ts';
import type { Figure } from './figure.ts';

const products = 200_000;
const wheelTurns = 150;
const jumps = 20;

/** Times between frames, in the order they came, while `work` runs. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const kept = window as unknown as { frames: number[]; recording: boolean };
    kept.frames = [];
    kept.recording = true;
    let last = performance.now();
    const onFrame = (now: number): void => {
      kept.frames.push(now - last);
      last = now;
      if (kept.recording) requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
  await work();
  return page.evaluate(() => {
    const kept = window as unknown as { frames: number[]; recording: boolean };
    kept.recording = false;
    return kept.frames.slice(1);
  });
}

/** Milliseconds the page's thread spent so far on running scripts, styles and layout; drawing depends on the graphics card. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const parts = new Set(['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']);
  return metrics.reduce((sum, { name, value }) => (parts.has(name) ? sum + value * 1000 : sum), 0);
}

function figures(what: string, frames: number[]): Figure[] {
  const sorted = frames.toSorted((a, b) => a - b);
  return [
    { name: `${what}: slowest of ${frames.length} frames`, value: sorted.at(-1) ?? 0, unit: 'ms', limit: 50 },
    { name: `${what}: 99 % within`, value: sorted[Math.floor(sorted.length * 0.99)] ?? 0, unit: 'ms' },
    { name: `${what}: frames over 50 ms`, value: sorted.filter((each) => each > 50).length, unit: 'times', limit: 0 },
  ];
}

async function scroll(page: Page): Promise<Figure[]> {
  await page.evaluate(() => {
    location.hash = '#/catalog';
  });
  const table = page.getByRole('grid');
  await table.getByRole('row').nth(5).waitFor();
  await table.hover();
  const turn = async (times: number): Promise<void> => {
    for (let at = 0; at < times; at += 1) await page.mouse.wheel(0, 400);
  };
  // The first rows compile what draws them.
  await turn(10);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await threadTime(session);
  const wheel = await framesDuring(page, () => turn(wheelTurns));
  const perTurn = ((await threadTime(session)) - before) / wheelTurns;
  const far = await framesDuring(page, () =>
    table.evaluate(async (element, count) => {
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let at = 1; at <= count; at += 1) {
        element.scrollTop = (element.scrollHeight * at) / count;
        for (let wait = 0; wait < 10; wait += 1) await frame();
      }
    }, jumps),
  );
  return [
    { name: 'scripts, styles and layout for a turn of the wheel by seven rows', value: perTurn, unit: 'ms', limit: 50 },
    ...figures('turning the wheel', wheel),
    ...figures('jumping along the scroll bar', far),
  ];
}

/** Scrolling the table of 200,000 products in headless Chromium. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-bench-'));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
  try {
    const app = await startBrowserApp(browser, makeBigCatalog(folder, products));
    const found = await scroll(app.page);
    await app.stop();
    return found;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
