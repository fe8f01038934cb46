import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startBrowserApp } from '../fixtures/browser-app.ts';
import { chromiumArgs, chromiumPath } from '../fixtures/chromium.ts';
import { built, root } from '../fixtures/project.ts';
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
];

/** Pictures in the README, by their name in the set. */
const inReadme = ['dashboard.zh', 'catalog.zh', 'campaign.zh', 'links.zh', 'rules.zh', 'dashboard.en'];

function cli(dataDir: string, ...args: string[]): void {
  execFileSync(process.execPath, [built('main', 'cli.js'), ...args, '--data-dir', dataDir], { stdio: 'ignore' });
}

function fill(dataDir: string): void {
  cli(dataDir, 'import', join(root, 'resources', 'demo', '示例商品.csv'));
  cli(dataDir, 'campaign', 'create', '--name', '周末好价', '--surface', 'group', '--search', '');
}

async function goTo(page: Page, { route, prepare }: Scene): Promise<void> {
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

async function takeFailing(browser: Browser, dataDir: string, wanted: (name: string) => boolean): Promise<void> {
  const app = await startBrowserApp(browser, dataDir);
  const { page } = app;
  await page.setViewportSize(size);
  await page.waitForSelector('html[data-app-state=ready]');
  await setLanguage(page, '简体中文');
  // The database is busy for good: what a page shows when nothing it asks for arrives.
  const reply = { ok: false, error: { code: 'DB_BUSY', message: 'busy' } };
  await page.route('**/rpc', (route) => route.fulfill({ json: reply }));
  for (const scene of pages) {
    const picture = `${scene.name}.zh-error`;
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
  fill(full);
  await takeAll(browser, full, variants, '', wanted);
  await takeAll(browser, empty, variants.slice(0, 1), '-empty', wanted);
  await takeFailing(browser, full, wanted);
  for (const name of inReadme.filter(wanted)) copyFileSync(join(out, `${name}.png`), join(shown, `${name}.png`));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
