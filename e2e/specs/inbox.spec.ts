import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/filled-app.ts';

/** A product that can go out as it is, and five whose recommendation text cannot. */
const recommended = (key: number, text: string): string =>
  `5576626965${key},马克杯${key}号,餐饮厨具,一平器物,淘宝,69.90,20,13.98,https://s.click.taobao.com/Abc${key},,,,${text}`;
const induced = [11, 12, 13, 14, 15].map((key) => recommended(key, '转发到3个群即可免费领取红包'));

test.use({
  filling: {
    lines: [recommended(10, '杯口圆润，放得进洗碗机'), ...induced],
    campaigns: [{ name: '周末好价', surface: 'group' }],
  },
});

const list = (page: Page): Locator => page.getByRole('treegrid', { name: '待处理' });
const group = (page: Page, name: string): Locator => list(page).getByRole('row', { level: 1, name });
const badge = (page: Page): Locator => page.getByRole('menuitem', { name: '待处理' });
const notice = (page: Page): Locator => page.getByRole('alert');

/** Waits until the wording of products was judged, which goes on in the background after an import. */
async function openInbox(page: Page): Promise<void> {
  await expect(badge(page)).toContainText('10', { timeout: 30_000 });
  await badge(page).focus();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();
}

/** A group is fixed and the fix taken back without a mouse. */
async function fixGroup(page: Page): Promise<void> {
  const wording = group(page, '文案违规：利诱分享');
  await expect(wording).toContainText('5');
  // Only wording breaks a rule.
  await expect(group(page, '不知道能否打开')).toContainText('提醒');
  await expect(wording).toContainText('微信外部链接内容管理规范');
  while (!(await wording.evaluate((row) => row.classList.contains('inbox-line-current')))) {
    await page.keyboard.press(']');
  }

  // The best fix for the whole group, seen before it is made.
  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: '改写文案' });
  await expect(preview.getByRole('listitem')).toHaveCount(5);
  await expect(preview.getByText('转发到3个群').first()).toBeVisible();
  await expect(preview.getByRole('button', { name: '修改 5 件' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(preview).toBeHidden();
  await expect(wording).toBeHidden();
  await expect(badge(page)).toContainText(/待处理\s*5$/);

  await expect(list(page)).toBeFocused();
  await page.keyboard.press('z');
  await expect(page.getByText('已撤销：修改 5 条文案')).toBeVisible();
  await expect(wording).toContainText('5');
  await expect(badge(page)).toContainText('10');
}

/** What is ticked is taken out, put off and brought back by single keys. */
async function fixTicked(page: Page): Promise<void> {
  const rows = list(page).getByRole('row', { level: 2 });
  const fixes = page.getByRole('region', { name: '处理办法' });
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(fixes.getByRole('status')).toHaveText('已选 2 条');
  await page.keyboard.press('d');
  await expect(notice(page).getByText('移除 2 件')).toBeVisible();
  await expect(badge(page)).toContainText('8');
  await expect(fixes.getByRole('status')).not.toHaveText(/已选/);

  // The whole group is put off for a day.
  await page.keyboard.press('Home');
  await page.keyboard.press('s');
  const until = page.getByRole('dialog', { name: '稍后处理 3 件' });
  await expect(until.getByRole('button', { name: /明天/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(badge(page)).toContainText('5');
  await page.getByRole('radio', { name: '待处理', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  const later = page.getByRole('treegrid', { name: '稍后处理' });
  await expect(later.getByRole('row', { level: 2 }).first()).toContainText('再处理');
  await later.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('s');
  await expect(page.getByText('没有稍后处理的内容')).toBeVisible();
  await expect(badge(page)).toContainText('8');
  await page.getByRole('radio', { name: '稍后处理' }).press('ArrowLeft');
  await expect(rows.first()).toBeVisible();
}

/** Filters are in the address and say so when they leave nothing. */
async function filter(page: Page): Promise<void> {
  await page.getByText('仅提醒').click();
  await expect(page).toHaveURL(/severity/);
  await page.getByText('会被拦下').click();
  await page.getByRole('combobox', { name: '发布位置' }).click();
  await page.getByTitle('朋友圈', { exact: true }).click();
  await expect(page.getByRole('heading', { name: '这个范围内没有待处理的问题' })).toBeVisible();
  await page.getByRole('button', { name: '查看全部' }).click();
  await expect(list(page)).toBeVisible();
  await expect(page).not.toHaveURL(/severity/);
}

test('the inbox is filtered, fixed and undone without a mouse', async ({ app }) => {
  const { page } = app;
  await openInbox(page);
  await test.step('filters', () => filter(page));
  await test.step('a group', () => fixGroup(page));
  await test.step('what is ticked', () => fixTicked(page));
});
