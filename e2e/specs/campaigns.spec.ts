import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/filled-app.ts';

const product = (key: number, text: string): string =>
  `5576626965${key},马克杯${key}号,餐饮厨具,一平器物,淘宝,69.90,20,13.98,https://s.click.taobao.com/Abc${key},,,,${text}`;

test.use({
  filling: {
    lines: [
      product(11, '杯口圆润'),
      product(12, '釉面好洗'),
      product(13, '转发到3个群即可免费领取红包'),
      product(14, '把手够宽'),
      product(15, '容量刚好'),
    ],
    campaigns: [{ name: '周末好价', surface: 'group' }],
  },
});

const items = (page: Page, name: string): Locator => page.getByRole('grid', { name: `“${name}”的商品` });
/** Those that were read, without the line of heads: a click on one that was not does nothing. */
const rows = (grid: Locator): Locator => grid.locator('.virtual-row:has(.product-title)');
const titles = async (grid: Locator): Promise<string[]> =>
  (await rows(grid).locator('.product-title').allTextContents()).map((title) => title.slice(3, 5));

async function openCampaign(page: Page): Promise<Locator> {
  await page.getByRole('menuitem', { name: '活动' }).click();
  await page.getByRole('button', { name: '周末好价', exact: true }).click();
  const grid = items(page, '周末好价');
  // A row that is still being read cannot be opened yet.
  await expect(grid.locator('.product-title')).toHaveCount(5);
  return grid;
}

async function changeOrder(page: Page, grid: Locator): Promise<void> {
  const before = await titles(grid);
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  const [first = '', ...others] = before;
  const moved = [...others.slice(0, 3), first, ...others.slice(3)];
  await expect.poll(() => titles(grid)).toEqual(moved);
  await expect(rows(grid).nth(3)).toHaveClass(/virtual-row-current/);

  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^已撤销/)).toBeVisible();
  await expect.poll(() => titles(grid)).toEqual(before);
}

async function putCopyRight(page: Page, grid: Locator): Promise<void> {
  await page.getByRole('button', { name: '需修改 1' }).click();
  await expect(rows(grid)).toHaveCount(1);
  await rows(grid).first().locator('.product-title').click();

  const drawer = page.getByRole('dialog').filter({ has: page.getByRole('complementary') });
  await expect(drawer.getByText(/文案有 \d+ 处违规/)).toBeVisible();
  const editor = drawer.getByRole('textbox', { name: '微信群文案' });
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('马克杯，69.9元\nhttps://s.click.taobao.com/Abc13');
  await drawer.getByRole('button', { name: '插入表情' }).click();
  await page.getByRole('button', { name: '🔥' }).click();
  const preview = drawer.getByRole('complementary', { name: '发出去的样子' });
  await expect(preview).toContainText('Abc13');
  await expect(preview).toContainText('🔥');
  await expect(drawer.getByText('已手动修改，已保存')).toBeVisible();
  await expect(drawer.getByText(/文案有 \d+ 处违规/)).toBeHidden();

  // Saved for good, be it typed in the last moment, and back to the template when that is wanted.
  await editor.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('快关窗了');
  await page.reload();
  await expect(editor).toContainText('快关窗了马克杯，69.9元');
  await drawer.getByRole('button', { name: '恢复模板文案' }).click();
  await expect(editor).toContainText('转发到3个群');
  await expect(drawer.getByText('按模板生成')).toBeVisible();
  await page.reload();
  await expect(drawer.getByText('按模板生成')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: '全部 5' }).click();
  await expect(rows(grid)).toHaveCount(5);
}

async function pasteOwnLink(page: Page, grid: Locator): Promise<void> {
  await rows(grid).first().click();
  const drawer = page.getByRole('dialog', { name: /第 1 件/ });
  const links = drawer.getByRole('radiogroup');
  await expect(links.getByRole('radio')).toHaveCount(1);
  await drawer
    .getByLabel('粘贴链接、口令，或带着它们的整段文字')
    .fill('换这条 https://s.click.taobao.com/Better1 下单');
  await drawer.getByRole('button', { name: '加给这件商品' }).click();
  await expect(links.getByRole('radio')).toHaveCount(2);
  await links.getByRole('radio', { name: /Better1/ }).click();
  await expect(drawer.getByText('这条链接是你手动选的。')).toBeVisible();
  await expect(drawer.getByRole('textbox', { name: '微信群文案' })).toContainText('Better1');
  await drawer.getByRole('button', { name: '改回自动选择' }).click();
  await expect(drawer.getByText('这条链接是你手动选的。')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
}

async function writeTemplate(page: Page, grid: Locator): Promise<void> {
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByRole('button', { name: '复制一份再改' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('我的群文案');
  const code = page.getByRole('textbox', { name: '模板内容' });
  await code.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('今日好物：{{ 标题 }}\n{{ 价钱钱 }}');
  await expect(page.getByText(/第 2 行：没有叫“价钱钱”的变量/)).toBeVisible();
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled();
  await page.keyboard.press('Shift+Home');
  await page.getByRole('button', { name: '口令或链接' }).click();
  await expect(page.getByRole('complementary', { name: '发出去的样子' })).toContainText('今日好物：马克杯');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: '全部活动' }).click();
  await page.getByRole('button', { name: '周末好价', exact: true }).click();
  await page.getByRole('combobox', { name: '微信群的文案模板' }).click();
  await page.getByTitle('我的群文案').click();
  await rows(grid).first().click();
  await expect(page.getByRole('textbox', { name: '微信群文案' })).toContainText('今日好物：马克杯');
  await page.keyboard.press('Escape');
}

async function fillNewCampaign(page: Page): Promise<Locator> {
  await page.getByRole('menuitem', { name: '活动' }).click();
  await page.getByRole('button', { name: '新建活动' }).click();
  const dialog = page.getByRole('dialog', { name: '新建活动' });
  await expect(dialog.getByLabel('名称')).toBeFocused();
  await dialog.getByLabel('名称').fill('双十二');
  await dialog.getByRole('checkbox', { name: '朋友圈' }).check();
  await dialog.getByLabel('名称').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '双十二' })).toBeVisible();

  await page.getByRole('button', { name: '加商品' }).last().click();
  const add = page.getByRole('dialog', { name: '给“双十二”加商品' });
  // The dialog puts the cursor there once it is open: what is focused before that loses it.
  await expect(add.getByRole('searchbox')).toBeFocused();
  await add.getByRole('searchbox').fill('马克杯12');
  await expect(add.locator('.virtual-row')).toHaveCount(1);
  await add.getByRole('searchbox').fill('马克杯1');
  await expect(add.locator('.virtual-row')).toHaveCount(5);
  await add.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await add.getByRole('button', { name: '加入 5 件' }).click();
  await expect(add).toBeHidden();
  const grid = items(page, '双十二');
  // A row that is still being read cannot be opened yet.
  await expect(grid.locator('.product-title')).toHaveCount(5);
  return grid;
}

/** Every number of the list opens as many rows as it says. */
async function followNumbers(page: Page, grid: Locator): Promise<void> {
  await page.getByRole('button', { name: '全部活动' }).click();
  const row = page.getByRole('row', { name: /双十二/ });
  const numbers = row.getByRole('button', { name: /：(待处理|需修改|可发布|已导出|已发布) \d+ 件$/ });
  await expect(numbers.first()).toBeVisible();
  const labels = await numbers.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
  expect(labels.length).toBeGreaterThan(1);
  for (const label of labels) {
    await row.getByRole('button', { name: label ?? '', exact: true }).click();
    await expect(rows(grid)).toHaveCount(Number(/(\d+) 件$/.exec(label ?? '')?.[1]));
    await page.getByRole('button', { name: '全部活动' }).click();
  }
}

// One start of the app for everything: starting costs more than what is done in it.
test('a campaign from its first product to the copy that goes out', async ({ app: { page } }) => {
  test.setTimeout(180_000);
  const grid = await openCampaign(page);
  await test.step('the order is changed by keys and taken back in one step', () => changeOrder(page, grid));
  await test.step('what can go out is exported', async () => {
    await page.getByRole('button', { name: /^导出文案包/ }).click();
    const dialog = page.getByRole('dialog', { name: '导出文案包' });
    await expect(dialog.getByRole('button', { name: '导出 4 件' })).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('copy is put right and saved while one types, beside how it will look', () =>
    putCopyRight(page, grid));
  await test.step('a link of one’s own takes the place of the chosen one', () => pasteOwnLink(page, grid));
  await test.step('a template is copied, told what is wrong with it, and used', () => writeTemplate(page, grid));
  await test.step('a new campaign is filled from the catalog, and its numbers lead to their rows', async () => {
    await followNumbers(page, await fillNewCampaign(page));
  });
});
