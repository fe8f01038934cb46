import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/filled-app.ts';

test.use({
  filling: {
    lines: [
      '557662696510,马克杯一号,餐饮厨具,一平器物,淘宝,69.90,20,13.98,https://s.click.taobao.com/Abc1,满59元减10元,2026-01-01,2036-12-31,杯口圆润',
      '557662696511,马克杯二号,餐饮厨具,一平器物,淘宝,69.90,20,13.98,https://s.click.taobao.com/Abc2,,,,转发到3个群即可免费领取红包',
      '557662696512,马克杯三号,餐饮厨具,一平器物,天猫,69.90,20,13.98,,,,,全网最低价，第一品牌',
    ],
    campaigns: [{ name: '周末好价', surface: 'group' }],
  },
});

const view = (route: string, state: object): string => `${route}?${encodeURIComponent(JSON.stringify(state))}`;

/** Where in the app; its dialogs are opened from there. */
const routes = [
  '#/dashboard',
  '#/inbox',
  '#/catalog',
  '#/catalog/taobao%3A557662696511',
  '#/links',
  '#/links/1',
  view('#/links', { tab: 'paste' }),
  view('#/links', { tab: 'calendar' }),
  view('#/links', { tab: 'renew' }),
  '#/checks',
  '#/campaigns',
  `#/campaigns?${encodeURIComponent(JSON.stringify({ layout: 'board' }))}`,
  '#/campaigns/1',
  `#/campaigns/1?${encodeURIComponent(JSON.stringify({ item: 2 }))}`,
  '#/campaigns/templates',
  '#/packs',
  '#/imports',
  '#/rules',
  '#/settings',
];

async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await settled(page);
}

/** Nothing loads, moves or fades any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.waitForFunction(
    () =>
      !document.querySelector('.ant-skeleton, .ant-spin-spinning, [aria-busy="true"]') &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

type Scheme = 'light' | 'dark';

/** What is wrong on the screen, one line each: rule, what it says, where. Schemes differ in their colours only. */
async function problems(page: Page, where: string, scheme: Scheme): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (scheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary, html }) => `${where}: ${id} ${target.join(' ')}\n${failureSummary}\n${html}`,
      ),
    );
}

for (const colorScheme of ['light', 'dark'] as const satisfies Scheme[]) {
  test(`axe finds nothing serious on any page (${colorScheme})`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.getByRole('menuitem', { name: '待处理' })).toContainText('3', { timeout: 30_000 });
    const found: string[] = [];
    for (const route of routes) {
      await goTo(page, route);
      found.push(...(await problems(page, route, colorScheme)));
    }
    expect(found.join('\n\n')).toBe('');
  });

  test(`axe finds nothing serious in the dialogs of the inbox (${colorScheme})`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.getByRole('menuitem', { name: '待处理' })).toContainText('3', { timeout: 30_000 });
    await goTo(page, '#/inbox');
    const found: string[] = [];
    // Rewriting, replacing, moving, editing, allowing a wording, a written reason, later, the list of keys.
    for (const key of ['r', 'f', 'm', 'e', 'w', 'p', 's', '?']) {
      await page.getByRole('treegrid').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('j');
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await settled(page);
      found.push(...(await problems(page, `inbox ${key}`, colorScheme)));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    expect(found.join('\n\n')).toBe('');
  });
}

test.describe('on the first start', () => {
  test.use({ filling: { lines: [], campaigns: [] } });
  test('axe finds nothing serious in the empty state and the tour', async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(page.locator('.ant-tour.tour')).toBeVisible();
    await settled(page);
    expect((await problems(page, 'first start', 'light')).join('\n\n')).toBe('');
  });
});
