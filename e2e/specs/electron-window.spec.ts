import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { standInState } from '../electron-stand-in/state.ts';
import { expect, test } from '../fixtures/app.ts';
import { root } from '../fixtures/project.ts';

/** What only the desktop window has: run on the built Electron entry and preload, against the stand-in. */

const demo = join(root, 'resources', 'demo', '示例商品.csv');

/** Drops a file the way a file manager does; `path` is what Electron would tell the preload about it. */
async function drop(page: Page, name: string, path: string | null): Promise<void> {
  await page.evaluate(
    ([file, where]) => {
      Object.assign(window, { __paths: where === null ? {} : { [file]: where } });
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['not what is read'], file));
      for (const type of ['dragover', 'drop'])
        window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true, bubbles: true }));
    },
    [name, path] as const,
  );
}

test.beforeEach(async ({ app }) => {
  await expect(app.page.locator('html')).toHaveAttribute('data-app-state', 'ready');
});

test('a file dropped on the window is read from where it lies', async ({ app }) => {
  await drop(app.page, '示例商品.csv', demo);
  await expect(app.page.getByRole('button', { name: '导入 1 个文件' })).toBeEnabled();
  await expect(app.page.getByRole('cell', { name: '云朵羽绒枕头一对装护颈酒店枕' })).toBeVisible();
});

test('a file without a path is refused in words', async ({ app }) => {
  await drop(app.page, 'made-up.csv', null);
  await expect(app.page.getByRole('alert')).toContainText('找不到文件“made-up.csv”');
});

test('the page cannot leave the app, open windows or get permissions', async ({ app }) => {
  const { page } = app;
  const state = standInState();
  expect(state.sandboxEnabled).toBe(true);
  expect(state.permissionRequest?.('camera')).toBe(false);
  expect(state.permissionRequest?.('clipboard-sanitized-write')).toBe(true);
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await expect.poll(() => state.prevented).toContain('https://example.com/');
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('the page sees neither paths nor Electron', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { bridge: object }).bridge).toSorted(),
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
  }));
  expect(seen).toEqual({ bridge: ['onFrame', 'send', 'takeFile'], require: 'undefined', process: 'undefined' });
});
