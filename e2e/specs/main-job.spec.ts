import { expect, test } from '../fixtures/app.ts';

test('opens', async ({ app }) => {
  await expect(app.page.locator('#root')).toContainText('schemaVersion');
});
