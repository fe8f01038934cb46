import type { Locator, Page } from '@playwright/test';
import { addDays, shanghaiDay } from '#domain/shared/shanghai-day';
import { expect, test } from '../fixtures/filled-app.ts';

/** Values as long as files may hold them: nothing is cut that would mislead, and nothing else is pushed out of sight. */

const today = shanghaiDay(new Date());
const title = '北欧轻奢实木真皮沙发组合大户型客厅'.repeat(30).slice(0, 500);

test.use({
  filling: {
    lines: [
      `557662696511,${title},家具,${'海纳百川家居旗舰店'.repeat(6)},天猫,1334567.89,20,1234567.89,https://s.click.taobao.com/Abc11,满1000000元减100000元,${addDays(today, -3)},${addDays(today, 30)},`,
      `557662696512,纯棉毛巾,家纺,暖居家纺,天猫,123456.78,20,100000.00,https://s.click.taobao.com/Abc12,,,,`,
      `557662696513,金条,珠宝,金店,天猫,87654321.09,20,17530864.21,https://s.click.taobao.com/Abc13,,,,`,
    ],
    campaigns: [{ name: '大件专场', surface: 'group' }],
  },
});

const open = (page: Page, name: string): Promise<void> =>
  page.getByRole('menuitem', { name, exact: true }).first().click();

/** Amounts whose letters reach beyond their cell. */
const beyondTheirCells = (table: Locator): Promise<string[]> =>
  table.evaluate((grid) =>
    [...grid.querySelectorAll('.virtual-row .tabular, .virtual-row .coupon-face')].flatMap((amount) => {
      const text = document.createRange();
      text.selectNodeContents(amount);
      const [letters, cell] = [text, amount.closest('[role=gridcell]')].map((each) => each?.getBoundingClientRect());
      const fits =
        letters &&
        cell &&
        letters.left >= cell.left - 0.5 &&
        letters.right <= cell.right + 0.5 &&
        letters.top >= cell.top - 0.5 &&
        letters.bottom <= cell.bottom + 0.5;
      return fits && amount.scrollWidth <= amount.clientWidth + 1 ? [] : [amount.textContent];
    }),
  );

test('prices from ¥100,000.00 on stay inside their columns, in the catalog and in a campaign', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  const grid = page.getByRole('grid');
  await open(page, '商品');
  await expect(grid).toContainText('¥1,234,567.89');
  expect(await beyondTheirCells(grid)).toEqual([]);
  await open(page, '活动');
  await page.getByRole('button', { name: '大件专场', exact: true }).click();
  await expect(grid).toContainText('¥1,234,567.89');
  expect(await beyondTheirCells(grid)).toEqual([]);
});

test('a title of 500 characters takes one line of a list and few of a sheet, with the whole of it on hover', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, '检测');
  const inList = page.getByTitle(title);
  await expect(inList).toBeVisible();
  expect((await inList.boundingBox())?.height).toBeLessThan(30);
  await open(page, '商品');
  await page.getByRole('row').filter({ hasText: '1,234,567.89' }).click();
  const heading = page.getByRole('dialog').getByRole('heading', { level: 2 });
  await expect(heading).toHaveAttribute('title', title);
  expect((await heading.boundingBox())?.height).toBeLessThan(100);
});

test('at 200 % the items of a campaign can be brought into view, and nothing reaches out of the window', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 640, height: 400 });
  const main = page.locator('main');
  const reachesOut = (): Promise<boolean> => main.evaluate((area) => area.scrollWidth > area.clientWidth);
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible();
  await expect.poll(reachesOut).toBe(false);
  await open(page, '活动');
  const day = page.getByRole('table').getByText('未定日期');
  await expect.poll(async () => (await day.boundingBox())?.height ?? 99).toBeLessThan(30);
  await page.getByRole('button', { name: '大件专场', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: '金条' });
  await row.scrollIntoViewIfNeeded();
  await expect(row).toBeInViewport();
  const at = await row.boundingBox();
  expect((at?.y ?? 0) + (at?.height ?? 400)).toBeLessThanOrEqual(400);
  expect(await page.getByRole('grid').evaluate((grid) => grid.clientHeight)).toBeGreaterThan(200);
  expect(await reachesOut()).toBe(false);
});

test('the toolbar of the own words stays on one line in English', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, '设置');
  await page.getByText('English', { exact: true }).click();
  await open(page, 'Rules');
  await page.getByRole('tab', { name: 'Words' }).click();
  const [search, add] = [
    page.getByPlaceholder('Search the lists'),
    page.getByRole('button', { name: 'Add word' }).first(),
  ];
  await expect(add).toBeVisible();
  const middles = await Promise.all(
    [search, add].map(async (each) => {
      const box = await each.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0) / 2;
    }),
  );
  expect(Math.abs((middles[0] ?? 0) - (middles[1] ?? 99))).toBeLessThan(8);
});
