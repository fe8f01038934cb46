import { expect, test } from '../fixtures/app.ts';

test('opens on the way from a file to a pack', async ({ app }) => {
  await expect(app.page.locator('html')).toHaveAttribute('data-app-state', 'ready');
  await expect(app.page.getByRole('heading', { name: '从导入商品文件开始' })).toBeVisible();
});

test('numbers of the overview lead to exactly their rows', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '载入示例数据' }).click();
  const products = page.getByRole('button', { name: /^商品 \d+/ });
  await expect(products).toBeVisible({ timeout: 30_000 });
});
