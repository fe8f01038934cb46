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
  '#/checks/device',
  '#/campaigns',
  `#/campaigns?${encodeURIComponent(JSON.stringify({ layout: 'board' }))}`,
  '#/campaigns/1',
  `#/campaigns/1?${encodeURIComponent(JSON.stringify({ item: 2 }))}`,
  '#/campaigns/templates',
  '#/packs',
  '#/imports',
  '#/rules',
  `#/rules?${encodeURIComponent('{"tab":"policy","story":"taobao-item-links"}')}`,
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

/** Other results than what is wrong, and rules for pages in frames, take most of the time and are not used. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** What is wrong on the screen as it stands, one line each: rule, what it says, where. */
async function violations(where: string, look: AxeBuilder): Promise<string[]> {
  const found = (await look.analyze()).violations;
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) => `${where}: ${id} at ${target.join(' ')}\n${html}\n${failureSummary}`,
      ),
    );
}

type Scheme = 'light' | 'dark';

async function paint(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', colorScheme);
  await settled(page);
}

/** Looks at screens one after the other. Schemes differ in colours only, so each screen is painted just once more. */
function viewer(page: Page): { look(where: string): Promise<void>; found: string[] } {
  const found: string[] = [];
  let scheme: Scheme = 'light';
  return {
    found,
    async look(where) {
      await settled(page);
      found.push(...(await violations(`${where} (${scheme})`, axe(page))));
      scheme = scheme === 'light' ? 'dark' : 'light';
      await paint(page, scheme);
      found.push(...(await violations(`${where} (${scheme})`, axe(page).withRules('color-contrast'))));
    },
  };
}

test('axe finds nothing serious on any page', async ({ app }) => {
  const { page } = app;
  await paint(page, 'light');
  await expect(page.getByRole('menuitem', { name: '待处理' })).toContainText('3');
  const { look, found } = viewer(page);
  for (const route of routes) {
    await goTo(page, route);
    await look(route);
  }
  expect(found.join('\n\n')).toBe('');
});

test('axe finds nothing serious in dialogs and drawers', async ({ app }) => {
  const { page } = app;
  await paint(page, 'light');
  await expect(page.getByRole('menuitem', { name: '待处理' })).toContainText('3');
  const { look, found } = viewer(page);
  await goTo(page, '#/inbox');
  // Rewriting, replacing, moving, editing, allowing a wording, a written reason, later, the list of keys.
  for (const key of ['r', 'f', 'm', 'e', 'w', 'p', 's', '?']) {
    await page.getByRole('treegrid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('j');
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(`inbox ${key}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  await goTo(page, '#/links/1');
  await page.getByRole('button', { name: '看依据' }).click();
  await page.getByRole('dialog', { name: '打开情况的依据' }).locator('summary').first().click();
  await look('evidence');
  await page.getByRole('button', { name: '真机验证' }).click();
  const confirm = page.getByRole('radio', { name: /需确认后打开/ });
  await confirm.press('Space');
  await expect(confirm).toBeChecked();
  await look('phone');

  await goTo(page, '#/rules');
  await page.getByRole('button', { name: /淘宝商品页.*朋友圈/ }).click();
  await look('dated rules');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: '查看这一天的规则' }).fill('2021-09-13');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '全部按 2021-09-13 判断…' }).click();
  await expect(page.getByText('从什么变成什么')).toBeVisible();
  await look('impact');
  expect(found.join('\n\n')).toBe('');
});

test.describe('on the first start', () => {
  test.use({ filling: { lines: [], campaigns: [] } });
  test('axe finds nothing serious in the empty state and the tour', async ({ app }) => {
    const { page } = app;
    await paint(page, 'light');
    await expect(page.locator('.ant-tour.tour')).toBeVisible();
    const { look, found } = viewer(page);
    await look('first start');
    expect(found.join('\n\n')).toBe('');
  });
});
