import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/filled-app.ts';

const dayFromNow = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** Products with every kind of trouble: coupons that end soon, banned and risky wording, nothing that pays. */
function line(index: number): string {
  const couponEnds = index % 3 === 0 ? dayFromNow(2 + index) : '';
  const coupon = index % 3 === 0 ? ['满59元减10元', dayFromNow(-1), couponEnds] : ['', '', ''];
  const text = ['转发到3个群即可免费领取红包', '全网最低价，第一品牌', '杯口圆润，放得进洗碗机'][index % 3];
  const link = index % 4 === 0 ? '' : `https://s.click.taobao.com/Abc${index}x`;
  const id = `5576626965${10 + index}`;
  return `${id},马克杯${index}号,餐饮厨具,一平器物,淘宝,69.90,20,13.98,${link},${coupon.join(',')},${text}`;
}

test.use({
  filling: {
    lines: Array.from({ length: 12 }, (_, index) => line(index)),
    campaigns: [{ name: '周末好价', surface: 'group' }],
  },
});
// Some forty pages are opened one after the other.
test.setTimeout(480_000);

const firstInteger = (text: string): number => Number(/\d+/.exec(text.replaceAll(',', ''))?.[0]);

/** The number a link of the overview shows, of those whose text holds others, too. */
async function numberOf(link: Locator): Promise<number> {
  const own = link.locator('.stat-value, :scope > .tabular');
  const text = (await own.count()) > 0 ? await own.innerText() : await link.innerText();
  // Of money it is the note that says how many.
  return firstInteger(text.includes('¥') ? await link.locator('.stat-note').innerText() : text);
}

async function openOverview(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: '总览' }).click();
  await expect(page.locator('.stat-row')).toBeVisible();
}

/** Kinds of numbers, each with whether it is in a table behind a chart. */
const places = [
  ['.stat-link', false],
  ['.stat-pair > .stat-note', false],
  ['.campaign-surface .number-link', false],
  ['.number-table .number-link', false],
  ['.change-list .text-link', false],
  ['.number-list button:enabled', false],
  ['.chart-table .number-link', true],
] as const;

/** Opens what a number counts, and says what is wrong with it; null when exactly as many rows are listed. */
async function follow(page: Page, link: Locator): Promise<string | null> {
  const name = (await link.getAttribute('aria-label')) ?? (await link.innerText()).replaceAll('\n', ' ');
  const expected = await numberOf(link);
  await link.click();
  const rows = page.getByTestId('product-count').or(page.getByTestId('link-count'));
  const table = page.getByRole('grid');
  await expect(expected > 0 ? table : rows).toBeVisible();
  try {
    if ((await rows.count()) > 0) await expect(rows).toHaveText(new RegExp(`^${expected} [件条]$`));
    // The head of the table counts as a row.
    if (expected > 0) await expect(table).toHaveAttribute('aria-rowcount', String(expected + 1));
    return null;
  } catch {
    return `${name}: ${expected} on the overview, but ${await page.locator('main').innerText()}`;
  }
}

test('every number of the overview leads to exactly as many rows', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('menuitem', { name: '待处理' })).toContainText('10', { timeout: 30_000 });
  const wrong: (string | null)[] = [];
  for (const [place, isBehindChart] of places) {
    await openOverview(page);
    const links = page.locator(place);
    await expect(links.first()).toBeAttached();
    const count = await links.count();
    for (let index = 0; index < count; index++) {
      await openOverview(page);
      if (isBehindChart) for (const summary of await page.getByText('以表格查看').all()) await summary.click();
      wrong.push(await follow(page, links.nth(index)));
    }
  }
  expect(wrong.filter((each) => each !== null)).toEqual([]);

  // The way to the inbox says how many items would be refused.
  await openOverview(page);
  const button = page.getByRole('button', { name: /去处理 \d+ 条/ });
  const refused = firstInteger(await button.innerText());
  await button.click();
  await expect(page.getByText(`${refused} 条发不出去`)).toBeVisible();
});

test('a long campaign name is cut short and leaves room for the rest, in a narrow window, too', async ({ app }) => {
  const { page } = app;
  await page.getByRole('menuitem', { name: '活动' }).click();
  await page.getByRole('button', { name: '新建活动' }).first().click();
  await page.getByRole('dialog').getByLabel('名称').fill('双十二返场🎉超长活动名称'.repeat(8));
  await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByText('这个活动还没有商品')).toBeVisible();
  await page.setViewportSize({ width: 900, height: 700 });
  const heading = page.getByRole('heading', { level: 1 });
  expect((await heading.boundingBox())?.height).toBeLessThanOrEqual(64);
  await page.getByRole('menuitem', { name: '活动' }).click();
  await expect(page.getByRole('button', { name: /^双十二返场/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(900);
  await page.setViewportSize({ width: 1280, height: 860 });
  await openOverview(page);
  const line = page.locator('.campaign-line').filter({ hasText: '双十二返场' });
  await expect(line).toBeVisible();
  // Name and day on one line, whatever pages were open before.
  expect((await line.getByRole('button').first().boundingBox())?.height).toBeLessThan(45);
  const ends = await line.evaluate((item) =>
    [item, ...item.children].map((part) => part.getBoundingClientRect().right),
  );
  const panel = await page
    .locator('.campaign-list')
    .evaluate((list) => list.parentElement?.getBoundingClientRect().right);
  expect(Math.max(...ends)).toBeLessThanOrEqual(panel ?? 0);
});
