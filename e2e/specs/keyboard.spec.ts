import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { root } from '../fixtures/project.ts';

/** The main job without a mouse: every control is reached by Tab and used by Enter, Space or arrows. */

const products = join(root, 'resources', 'demo', '示例商品.csv');
/** No control is further away than this many presses of Tab. */
const mostTabs = 120;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < mostTabs; press++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} was not reached by ${mostTabs} presses of Tab`);
}

async function use(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Which of several has the focus; -1 when none has. */
const focusedOf = (targets: Locator): Promise<number> =>
  targets.evaluateAll((elements) => elements.findIndex((element) => element.contains(document.activeElement)));

/** Chooses a page in the navigation: Tab into the menu, arrows to its item. */
async function goTo(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation').getByRole('menu');
  const items = menu.getByRole('menuitem');
  const item = menu.getByRole('menuitem', { name });
  await tabTo(page, menu);
  for (let press = 0; press < 20 && !(await hasFocus(item)); press++) {
    const before = await focusedOf(items);
    await page.keyboard.press('ArrowDown');
    // The menu moves the focus with the next frame; whoever presses faster than that presses past the item.
    await expect.poll(() => focusedOf(items)).not.toBe(before);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('import, campaign and pack by keyboard alone', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  await expect(page.locator('html')).toHaveAttribute('data-app-state', 'ready');
  const start = page.getByRole('button', { name: '导入商品文件' });
  await app.host.chooseFiles(() => use(page, start), [products]);
  await use(page, page.getByRole('button', { name: '导入 1 个文件' }));
  await expect(page.getByText('目录里现有 30 件商品')).toBeVisible({ timeout: 60_000 });

  await goTo(page, '商品');
  await use(page, page.getByRole('checkbox', { name: '选中全部筛选结果' }), 'Space');
  await use(page, page.getByRole('button', { name: '加入活动' }));
  const adding = page.getByRole('dialog');
  await tabTo(page, adding.getByRole('textbox'));
  await page.keyboard.type('周末好价');
  await use(page, adding.getByRole('button', { name: '新建并加入' }));
  await expect(adding).toBeHidden();

  await goTo(page, '活动');
  await use(page, page.getByRole('button', { name: '周末好价', exact: true }));
  await use(page, page.getByRole('button', { name: /^导出文案包（\d+ 件）$/ }));
  const exporting = page.getByRole('dialog');
  await use(page, exporting.getByRole('button', { name: /^导出 \d+ 件$/ }));
  await expect(exporting.getByText(/已导出 \d+ 件/)).toBeVisible({ timeout: 90_000 });
  await use(page, exporting.getByRole('button', { name: '查看文案包' }));
  await expect(exporting).toBeHidden();
  await expect(page.getByText('周末好价').first()).toBeVisible();
});
