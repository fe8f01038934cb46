import type { Page } from '@playwright/test';
import { expect, sharedTexts, test } from '../fixtures/phone.ts';

/** What pasting gives: the page is not a secure context, so the clipboard cannot be read. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const box = document.createElement('textarea');
    box.id = 'pasted';
    document.body.append(box);
    box.focus();
  });
  await page.keyboard.press('Control+v');
  return page.locator('#pasted').inputValue();
}

test('a phone copies, saves pictures and ticks; nobody else gets in, and the end is said', async ({
  shared: { door, posted },
  phone,
  chromium,
}) => {
  const code = door.codeUrl() ?? '';
  await phone.goto(code);
  await expect(phone.getByRole('heading', { level: 1, name: '周末好价' })).toBeVisible();
  const cards = phone.getByRole('article');
  await expect(cards).toHaveCount(2);
  await expect
    .poll(() =>
      cards
        .first()
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(300);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(phone.url()).not.toContain('#');

  await cards.first().getByRole('button', { name: '复制文案' }).tap();
  await expect(phone.getByRole('status')).toContainText('已复制');
  expect(await pasted(phone)).toBe(sharedTexts[0]);

  await cards.first().getByRole('button', { name: '发好了' }).tap();
  await expect.poll(() => [...posted]).toEqual([1]);
  await phone.reload();
  await expect(phone.getByText('1 / 2')).toBeVisible();

  const other = await chromium.newPage();
  await other.goto(code);
  await expect(other.getByRole('alert')).toContainText('已经用过');
  await expect(other.getByRole('article')).toHaveCount(0);
  await other.close();

  await door.close();
  await cards.last().getByRole('button', { name: '发好了' }).tap();
  await expect(phone.getByRole('status')).toContainText('分享已经结束');
  await expect(cards.last().getByRole('button', { name: '发好了' })).toBeVisible();
});
