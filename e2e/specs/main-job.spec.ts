import { expect, test } from '../fixtures/app.ts';

test('opens', async ({ app }) => {
  await expect(app.page.locator('html')).toHaveAttribute('data-app-state', 'ready');
  await expect(app.page.getByText('淘客台')).toBeVisible();
});
