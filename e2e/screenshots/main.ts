import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startBrowserApp } from '../fixtures/browser-app.ts';
import { chromiumArgs, chromiumPath } from '../fixtures/chromium.ts';
import { root } from '../fixtures/project.ts';
import { fill } from './fill.ts';
import { pages, type Scene } from './scenes.ts';

/**
 * Takes pictures of every screen of the running app: full, empty and failing, light and dark, in both languages. All go
 * to test-results/screenshots; those the README shows are copied to docs/screenshots.
 * Usage: npm run screenshots [-- name …]
 */
const out = join(root, 'test-results', 'screenshots');
const shown = join(root, 'docs', 'screenshots');
const size = { width: 1280, height: 860 };

interface Variant {
  name: string;
  language: '简体中文' | 'English';
  dark: boolean;
}

const variants: readonly Variant[] = [
  { name: 'zh', language: '简体中文', dark: false },
  { name: 'zh-dark', language: '简体中文', dark: true },
  { name: 'en', language: 'English', dark: false },
  { name: 'en-dark', language: 'English', dark: true },
];

/** Empty and failing screens are taken in what differs most. */
const opposites = variants.filter(({ name }) => name === 'zh' || name === 'en-dark');

/** Pictures in the README, by their name in the set. */
const inReadme = ['dashboard.zh', 'catalog.zh', 'campaign.zh', 'links.zh', 'pack.zh', 'rules.zh', 'dashboard.en'];

async function goTo(page: Page, { route, prepare }: Scene): Promise<void> {
  // What the last scene opened on this page is closed.
  await page.keyboard.press('Escape');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => !document.querySelector('.ant-skeleton, .ant-spin-spinning, [aria-busy="true"]'));
  await prepare?.(page);
}

async function setLanguage(page: Page, language: Variant['language']): Promise<void> {
  await goTo(page, { name: 'settings', route: '#/settings' });
  await page.getByText(language, { exact: true }).click();
  // The wording of what was imported is judged in the background; pictures show the end of it.
  await page.waitForFunction(() => !document.querySelector('.job-tray'));
}

async function takeAll(
  browser: Browser,
  dataDir: string,
  taking: readonly Variant[],
  suffix: string,
  wanted: (name: string) => boolean,
): Promise<void> {
  const app = await startBrowserApp(browser, dataDir);
  const { page } = app;
  await page.setViewportSize(size);
  await page.waitForSelector('html[data-app-state=ready]');
  await page
    .locator('.job-tray')
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  for (const { name, language, dark } of taking) {
    await setLanguage(page, language);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    for (const scene of pages) {
      const picture = `${scene.name}.${name}${suffix}`;
      if (!wanted(picture)) continue;
      await goTo(page, scene);
      await page.screenshot({ path: join(out, `${picture}.png`), animations: 'disabled' });
      console.log(picture);
    }
  }
  await app.stop();
}

async function takeFailing(
  browser: Browser,
  dataDir: string,
  { name, language, dark }: Variant,
  wanted: (name: string) => boolean,
): Promise<void> {
  const app = await startBrowserApp(browser, dataDir);
  const { page } = app;
  await page.setViewportSize(size);
  await page.waitForSelector('html[data-app-state=ready]');
  await setLanguage(page, language);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  // The database is busy for good: what a page shows when nothing it asks for arrives.
  const reply = { ok: false, error: { code: 'DB_BUSY', message: 'busy' } };
  await page.route('**/rpc', (route) => route.fulfill({ json: reply }));
  for (const scene of pages) {
    const picture = `${scene.name}.${name}-error`;
    if (!wanted(picture)) continue;
    await goTo(page, { name: scene.name, route: scene.route });
    await page.screenshot({ path: join(out, `${picture}.png`), animations: 'disabled' });
    console.log(picture);
  }
  await app.stop();
}

const names = process.argv.slice(2);
const wanted = (name: string): boolean => names.length === 0 || names.some((part) => name.startsWith(part));
const folder = mkdtempSync(join(tmpdir(), 'taoke-screenshots-'));
mkdirSync(out, { recursive: true });
mkdirSync(shown, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  const [empty, full] = [join(folder, 'empty'), join(folder, 'full')];
  await fill(full);
  await takeAll(browser, full, variants, '', wanted);
  await takeAll(browser, empty, opposites, '-empty', wanted);
  for (const variant of opposites) await takeFailing(browser, full, variant, wanted);
  for (const name of inReadme.filter(wanted)) copyFileSync(join(out, `${name}.png`), join(shown, `${name}.png`));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
