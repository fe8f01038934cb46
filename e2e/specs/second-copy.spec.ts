import { expect, test } from '../fixtures/app.ts';
import { startBrowserApp } from '../fixtures/browser-app.ts';

test('a second copy on the same data folder says why it does not start, and gives no address', async ({
  app,
  chromium,
}) => {
  const second = startBrowserApp(chromium, app.dataDir);
  await expect(second).rejects.toThrow(/host ended with 1 .*已经在使用这个数据目录/s);
  await expect(app.page.locator('html')).toHaveAttribute('data-app-state', 'ready');
});
