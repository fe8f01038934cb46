import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';

const post = '【券后29.9】云朵枕一对👨‍👩‍👧\n领30元券，下单：https://m.tb.cn/h.abc1234\n转发到宝妈群领红包';

async function openRules(page: Page, tab: 'compliance' | 'words'): Promise<void> {
  await page.getByRole('menuitem', { name: '规则' }).click();
  await page.getByRole('tab', { name: tab === 'words' ? '词表' : '文案规则' }).click();
}

const editor = (page: Page): Locator => page.getByRole('textbox', { name: '要检查的文案' });
/** The text as it is, without what is drawn around it. */
const textOf = (page: Page): Promise<string> =>
  editor(page).evaluate((element) =>
    [...element.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
  );
const marks = (page: Page, severity: 'block' | 'warn'): Locator => editor(page).locator(`.finding-${severity}`);

test('copy is judged while it is written, explained by keyboard, rewritten in one click, undone or typed by input method', async ({
  app,
}) => {
  const { page } = app;
  await openRules(page, 'compliance');
  await editor(page).click();
  await page.keyboard.insertText(post);
  await expect(marks(page, 'block')).toHaveText('转发到宝妈群领红包');
  await expect(page.getByRole('status').filter({ hasText: '1 处违规' })).toBeVisible();

  await page.keyboard.press('Control+Home');
  const card = page.locator('.finding-card', { hasText: '利诱分享' });
  for (let step = 0; step < 4 && !(await card.isVisible()); step += 1) await page.keyboard.press('F8');
  await expect(card).toContainText('2.1.2');
  await expect(card).toContainText('2025-10-23');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();

  await page.getByRole('button', { name: '一键改写' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /采\s?用/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: /提示|未发现/ })).toBeVisible();
  await expect(marks(page, 'block')).toHaveCount(0);
  const rewritten = await textOf(page);
  for (const kept of ['29.9', '30元券', 'https://m.tb.cn/h.abc1234', '👨‍👩‍👧']) expect(rewritten).toContain(kept);
  await page.keyboard.press('Control+z');
  await expect(marks(page, 'block')).toBeVisible();
  expect(await textOf(page)).toBe(post);

  // An input method in the middle of a word is left alone.
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('全网最低价');
  await expect(marks(page, 'warn')).toBeVisible();
  const input = await page.context().newCDPSession(page);
  for (const typed of ['zh', 'zhuan', 'zhuanfa']) {
    await input.send('Input.imeSetComposition', {
      text: typed,
      selectionStart: typed.length,
      selectionEnd: typed.length,
    });
    expect(await textOf(page)).toBe(`全网最低价${typed}`);
  }
  await input.send('Input.insertText', { text: '转发到群领红包' });
  await expect(marks(page, 'block')).toHaveText('转发到群领红包');
  expect(await textOf(page)).toBe('全网最低价转发到群领红包');
});

test('an own word is flagged, a false alarm is allowed and taken back, rules are read by the day', async ({ app }) => {
  const { page } = app;
  await openRules(page, 'words');
  await page.getByRole('button', { name: '添加词语' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '词语' }).fill('绝绝子');
  await dialog.getByRole('radio', { name: '违规' }).check();
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByRole('grid', { name: '自定义词' }).getByRole('row', { name: /绝绝子/ })).toBeVisible();

  await openRules(page, 'compliance');
  await editor(page).click();
  await page.keyboard.insertText('第一品牌保温杯，绝绝子');
  await expect(marks(page, 'block')).toHaveText('绝绝子');
  await expect(marks(page, 'warn')).toHaveText('第一品牌');

  await marks(page, 'warn').hover();
  await page
    .locator('.finding-card')
    .getByRole('button', { name: /误\s?报/ })
    .click();
  const allow = page.getByRole('dialog', { name: /误报/ });
  await expect(page.locator('.finding-card')).toBeHidden();
  await expect(allow.getByRole('textbox', { name: '放行的说法' })).toHaveValue('第一品牌');
  await expect(allow.getByText('商品库里没有别的提示会受影响')).toBeVisible();
  await allow.getByRole('button', { name: /放\s?行/ }).click();
  await expect(marks(page, 'warn')).toHaveCount(0);
  await expect(page.getByText('1 处已放行')).toBeVisible();

  await page
    .getByRole('alert')
    .filter({ hasText: '已放行' })
    .getByRole('button', { name: /撤\s?销/ })
    .click();
  await expect(marks(page, 'warn')).toHaveText('第一品牌');
  await openRules(page, 'words');
  await page.getByText('修改记录').click();
  await expect(page.getByRole('list', { name: '修改记录' })).toContainText('误报放行');

  await openRules(page, 'compliance');
  const rules = page.getByRole('region', { name: '规则', exact: true });
  await rules.getByRole('textbox').fill('2.1.2');
  const rule = rules.getByRole('group').filter({ hasText: '利诱分享' }).first();
  await rule.locator('summary').click();
  await expect(rule).toContainText('wechat-extlink@2025-10');
  const day = page.getByRole('textbox', { name: '按此日期' });
  await day.fill('2014-01-01');
  await day.press('Enter');
  await expect(rules.getByText('没有符合条件的规则')).toBeVisible();
});
