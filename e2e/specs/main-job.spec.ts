import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openPromise as openZip } from 'yauzl';
import { expect, test } from '../fixtures/app.ts';
import { root } from '../fixtures/project.ts';

/** From a product file to a pack that could be posted, the way a user goes, in every host. */

const products = join(root, 'resources', 'demo', '示例商品.csv');

const open = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name }).or(page.getByRole('menuitem', { name })).first().click();

async function textsOfPack(path: string): Promise<string[]> {
  const texts: string[] = [];
  const zip = await openZip(path, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) texts.push(entry.fileName);
  return texts;
}

test('opens on the way from a file to a pack', async ({ app }) => {
  await expect(app.page.locator('html')).toHaveAttribute('data-app-state', 'ready');
  await expect(app.page.getByRole('heading', { name: '从导入商品文件开始' })).toBeVisible();
});

test('a product file becomes a campaign, its risky copy is put right, and a pack is exported', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'taoke-pack-'));
  const target = join(folder, '周末好价.zip');

  await app.host.chooseFiles(() => page.getByRole('button', { name: '导入商品文件' }).first().click(), [products]);
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(page.getByText('目录里现有 30 件商品')).toBeVisible({ timeout: 60_000 });

  await open(page, '商品');
  await expect(page.getByRole('row').filter({ hasText: '有机山茶油500ml压榨食用油' })).toContainText('需复制到淘宝');
  await page.getByRole('checkbox', { name: '选中全部筛选结果' }).check();
  await page.getByRole('button', { name: '加入活动' }).click();
  const adding = page.getByRole('dialog');
  await adding.getByRole('textbox').fill('周末好价');
  await adding.getByRole('button', { name: '新建并加入' }).click();
  await page.getByRole('button', { name: '打开活动' }).click();

  await expect(page.getByRole('button', { name: '全部 30' })).toBeVisible();
  await page.getByRole('button', { name: /需修改\s*4/ }).click();
  const oil = page.getByRole('row').filter({ hasText: '有机山茶油500ml压榨食用油' });
  await expect(oil).toContainText('文案有 1 处违规');
  await oil.getByRole('button', { name: '改写文案' }).click();
  const rewriting = page.getByRole('dialog');
  await expect(rewriting).toContainText('根治');
  await rewriting.getByRole('button', { name: '修改 1 件' }).click();
  await expect(page.getByRole('button', { name: /需修改\s*3/ })).toBeVisible();

  await app.host.answerSaveDialog(target);
  await page.getByRole('button', { name: '导出文案包（27 件）' }).click();
  const exporting = page.getByRole('dialog');
  await expect(exporting.getByText('3 件不会放进来')).toBeVisible();
  await exporting.getByRole('button', { name: '导出 27 件' }).click();
  await expect(exporting.getByText('已导出 27 件')).toBeVisible({ timeout: 90_000 });
  const saved = /保存在 (.+\.zip)/.exec((await exporting.textContent()) ?? '')?.[1] ?? '';
  expect(existsSync(saved)).toBe(true);
  const names = await textsOfPack(saved);
  expect(names).toContain('index.html');
  expect(names.filter((name) => /^\d+ .+\/\d+ 文案\.txt$/.test(name))).toHaveLength(27);
  await exporting.getByRole('button', { name: '查看文案包' }).click();
  await expect(page.getByText('周末好价').first()).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});
