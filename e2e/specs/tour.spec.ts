import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';

const tour = (page: Page): Locator => page.locator('.ant-tour.tour');

test('the first start offers a tour, by keyboard, which is remembered and can be had again', async ({ app }) => {
  const { page } = app;
  await expect(tour(page)).toContainText('第 1 步，共 4 步');
  await expect(tour(page).getByRole('button', { name: '下一步' })).toBeFocused();
  for (const step of [2, 3, 4]) {
    await page.keyboard.press('Enter');
    await expect(tour(page)).toContainText(`第 ${step} 步，共 4 步`);
  }
  await page.keyboard.press('Enter');
  await expect(tour(page)).toBeHidden();

  const again = await app.restart();
  await expect(again.getByRole('button', { name: '载入示例数据' })).toBeVisible();
  await expect(tour(again)).toBeHidden();
  await again.getByRole('menuitem', { name: '设置' }).click();
  await again.getByText('English', { exact: true }).click();
  await again.getByRole('button', { name: 'Show again' }).click();
  await expect(tour(again)).toContainText('Step 1 of 4');
  await tour(again).getByRole('button', { name: 'Skip' }).click();
  await expect(tour(again)).toBeHidden();
});

test('the tour covers nothing up and goes when one starts working', async ({ app }) => {
  const { page } = app;
  await expect(tour(page)).toBeVisible();
  await page.getByRole('menuitem', { name: '商品' }).click();
  await expect(tour(page)).toBeHidden();
  await page.getByRole('menuitem', { name: '总览' }).click();
  await expect(page.getByRole('button', { name: '载入示例数据' })).toBeVisible();
  await expect(tour(page)).toBeHidden();
});
