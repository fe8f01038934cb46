import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/filled-app.ts';

const product = (key: number, title: string, shop: string): string =>
  `5576626965${key},${title},餐饮厨具,${shop},淘宝,69.90,20,13.98,https://s.click.taobao.com/Abc${key},,,,`;

test.use({
  filling: {
    lines: [
      ...[11, 12, 13, 14].map((key) => product(key, `陶瓷马克杯${key}号`, '一平器物')),
      product(21, '纯棉毛巾', '暖居家纺'),
      product(22, '蒸汽眼罩', '暖居家纺'),
    ],
    campaigns: [],
  },
});

const rows = (page: Page): Locator => page.getByRole('grid').getByRole('row').filter({ hasText: '¥' });

test('short searches, a saved view, everything found ticked at once, columns remembered', async ({ app }) => {
  const { page } = app;
  await page.getByRole('menuitem', { name: '商品', exact: true }).click();
  const search = page.getByRole('textbox', { name: '搜索标题、店铺、商品 ID' });
  const count = page.getByTestId('product-count');
  await expect(count).toHaveText('6 件');
  await search.fill('杯');
  await expect(count).toHaveText('4 件');
  await search.fill('暖居');
  await expect(count).toHaveText('2 件');
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('textbox', { name: '视图名称' }).fill('家纺');
  await page.getByRole('button', { name: '保存当前视图' }).click();
  await expect(page.getByRole('button', { name: '家纺', exact: false }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await search.fill('');
  await expect(count).toHaveText('6 件');

  await page.getByRole('checkbox', { name: '选中全部筛选结果' }).check();
  await expect(page.getByText('已选 6 件（全部筛选结果）')).toBeVisible();
  await page.getByRole('button', { name: '取消选择' }).click();

  await page.getByRole('button', { name: /列$/ }).click();
  await page.getByRole('checkbox', { name: '店铺' }).check();
  await page.getByRole('checkbox', { name: '月销量' }).uncheck();
  await expect(page.getByRole('columnheader', { name: '店铺' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '月销量' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: '店铺' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '月销量' })).toHaveCount(0);

  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('region', { name: '视图' }).getByRole('button', { name: /^家纺/ }).click();
  await expect(count).toHaveText('2 件');
  await expect(search).toHaveValue('暖居');
});

test('scrolled sideways, box and title stay in view at rest and can be used; nothing of them moves on the way back', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 900, height: 700 });
  await page.getByRole('menuitem', { name: '商品', exact: true }).click();
  const table = page.getByRole('grid');
  const row = rows(page).first();
  const title = row.getByRole('gridcell').nth(1);
  await expect(title).toContainText('蒸汽眼罩');
  const at = await title.boundingBox();
  const head = table.getByRole('columnheader', { name: '商品' });
  const headAt = await head.boundingBox();

  await table.evaluate((element) => element.scrollTo({ left: 150 }));
  await expect.poll(() => table.getAttribute('data-sideways')).toBe('held');
  expect(await table.evaluate((element) => element.scrollLeft)).toBe(150);
  expect(await title.boundingBox()).toEqual({ ...at, height: expect.any(Number), y: expect.any(Number) });
  expect((await head.boundingBox())?.x).toBe(headAt?.x);
  await row.getByRole('gridcell').first().click();
  await expect(row).toHaveAttribute('aria-selected', 'true');

  await table.evaluate((element) => element.scrollTo({ left: 0 }));
  await expect.poll(() => table.getAttribute('data-sideways')).toBeNull();
  expect(await title.boundingBox()).toEqual(at);
});

test('in low rows a price is never cut short: what has no room beside it is left out', async ({ app }) => {
  const { page } = app;
  await page.getByRole('menuitem', { name: '设置', exact: true }).click();
  await page.getByText('紧凑', { exact: true }).click();
  await page.getByRole('menuitem', { name: '商品', exact: true }).click();
  await expect(rows(page)).toHaveCount(6);
  const amounts = rows(page).getByText(/^¥/);
  const cut = await amounts.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
  expect(cut).toBe(0);
  expect(
    await rows(page)
      .first()
      .evaluate((row) => row.clientHeight),
  ).toBeLessThan(40);
});

test.describe('a list longer than the window', () => {
  test.use({
    filling: {
      lines: Array.from({ length: 150 }, (_, at) =>
        product(100 + at, `搪瓷碗${at + 1}号加厚加深家用大容量泡面碗带盖防烫`, '一平器物'),
      ),
      campaigns: [],
    },
  });

  test('keeps its order for eyes, screen readers and keys while rows take the place of others', async ({ app }) => {
    const { page } = app;
    await page.getByRole('menuitem', { name: '商品', exact: true }).click();
    const grid = page.getByRole('grid');
    const current = page.locator('.virtual-row-current');
    await expect(rows(page).first()).toBeVisible();
    await grid.press('ArrowDown');
    const [element] = await rows(page).elementHandles();
    for (let at = 0; at < 6; at += 1) {
      await grid.hover();
      await page.mouse.wheel(0, 400);
    }
    await expect(page.getByRole('row', { name: /搪瓷碗/ }).and(page.locator('[aria-rowindex="50"]'))).toBeVisible();
    expect(await element?.evaluate((row) => row.isConnected)).toBe(true);

    const read = await grid.getByRole('rowgroup').evaluate((group) =>
      (group.getAttribute('aria-owns') ?? '').split(' ').map((id) => {
        const row = document.getElementById(id);
        return { index: Number(row?.ariaRowIndex), top: row?.getBoundingClientRect().top ?? 0 };
      }),
    );
    expect(read.length).toBe(await grid.locator('.virtual-row').count());
    expect(read).toEqual(read.toSorted((a, b) => a.top - b.top));
    expect(read.map(({ index }) => index)).toEqual(read.map((_, at) => (read[0]?.index ?? 0) + at));

    const row = page.locator('[aria-rowindex="52"]');
    await row.locator('.virtual-tick').click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('[aria-selected="true"]')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(current).toHaveAttribute('aria-rowindex', '53');
    await expect(grid).toHaveAttribute('aria-activedescendant', (await current.getAttribute('id')) ?? '');
  });

  test('the row under the pointer lights up, one that is scrolled past it does not', async ({ app }) => {
    const { page } = app;
    await page.getByRole('menuitem', { name: '商品', exact: true }).click();
    const grid = page.getByRole('grid');
    await rows(page).nth(4).hover();
    const plain = await rows(page)
      .nth(2)
      .evaluate((row) => getComputedStyle(row).backgroundColor);
    const lit = (): Promise<string> =>
      page.locator('.virtual-row:hover').evaluate((row) => getComputedStyle(row).backgroundColor);
    expect(await lit()).not.toBe(plain);
    const inScroll = await grid.evaluate(async (table) => {
      table.scrollTop += 400;
      await new Promise((resolve) => table.addEventListener('scroll', resolve, { once: true }));
      return [...table.querySelectorAll('.virtual-row')].map((row) => getComputedStyle(row).backgroundColor);
    });
    expect(new Set(inScroll)).toEqual(new Set([plain]));
    await expect.poll(lit).not.toBe(plain);
  });

  test('a title too long for its column ends within it, in low rows as in high ones', async ({ app }) => {
    const { page } = app;
    const tooWide = (): Promise<number> =>
      rows(page)
        .locator('.product-title')
        .evaluateAll((all) => {
          const rightOf = (element: Element | null): number => element?.getBoundingClientRect().right ?? 0;
          return all.filter((each) => rightOf(each) > rightOf(each.parentElement)).length;
        });
    await page.getByRole('menuitem', { name: '商品', exact: true }).click();
    await expect(rows(page).first()).toContainText('搪瓷碗');
    expect(await tooWide()).toBe(0);
    await page.getByRole('menuitem', { name: '设置', exact: true }).click();
    await page.getByText('紧凑', { exact: true }).click();
    await page.getByRole('menuitem', { name: '商品', exact: true }).click();
    await expect(rows(page).first()).toContainText('搪瓷碗');
    expect(await tooWide()).toBe(0);
  });
});
