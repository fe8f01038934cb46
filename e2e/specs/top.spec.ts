import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { createTopGateway, demoApp, topGateways } from '../simulator/sites/top/gateway.ts';
import { type Simulator, startSimulator } from '../simulator/start-simulator.ts';

const passphrase = 'correct horse battery';
const gateway = createTopGateway();

let world: Simulator;
const caBefore = process.env['NODE_EXTRA_CA_CERTS'];

// The host trusts the simulated world's certificates the way a user's system would trust their own proxy's.
test.beforeAll(async () => {
  world = await startSimulator({ sites: topGateways(gateway) });
  process.env['NODE_EXTRA_CA_CERTS'] = world.caFile;
});
test.afterAll(async () => {
  if (caBefore === undefined) delete process.env['NODE_EXTRA_CA_CERTS'];
  else process.env['NODE_EXTRA_CA_CERTS'] = caBefore;
  await world.close();
});

const section = (page: Page): Locator => page.getByRole('region', { name: '淘宝开放平台' });

/** Files of the data folder (database, logs, settings, backups …) that hold one of the secrets as it is. */
function filesWith(dataDir: string, secrets: readonly string[]): string[] {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => secrets.some((secret) => readFileSync(path).includes(secret)));
}

async function importItems(page: Page, folder: string): Promise<void> {
  const file = join(folder, '..', `转链-${process.pid}.csv`);
  const row = (itemId: string): string =>
    [itemId, `商品${itemId}`, '59.90', `https://s.click.taobao.com/t?e=m%3D2%26s%3D${itemId}`].join(',');
  const items = ['aBcDeF123456-itemAAA001', 'aBcDeF123456-itemAAA002', '557662696505'];
  writeFileSync(file, ['商品id,商品名称,商品价格(单位：元),淘宝客链接', ...items.map(row)].join('\n'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入商品文件' }).first().click();
  await (await chooser).setFiles([file]);
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(page.getByText('目录里现有 3 件商品')).toBeVisible();
}

async function enterKeys(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: '设置' }).click();
  await page.locator('.ant-segmented-item').filter({ hasText: '手动' }).click();
  await page.getByPlaceholder('http://127.0.0.1:7890').fill(world.proxyUrl);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const keys = section(page);
  await keys.getByRole('textbox', { name: 'App Key' }).fill(demoApp.appKey);
  await keys.getByLabel('App Secret').fill(demoApp.secret);
  await keys.getByRole('combobox', { name: '推广位 PID' }).fill('mm_12345_678_90123');
  await keys.getByLabel('保护密码').fill(passphrase);
  await keys.getByLabel('再输入一次').fill(passphrase);
  await keys.getByRole('button', { name: '保存密钥' }).click();
  await expect(keys.getByText('••••5678')).toBeVisible();
}

test('keys are entered once, tried, used to convert links, and locked after a restart', async ({ app, dataDir }) => {
  let { page } = app;
  await importItems(page, dataDir);
  await enterKeys(page);

  await section(page).getByRole('button', { name: '测试' }).click();
  await expect(section(page).locator('.top-steps').getByText('可用')).toHaveCount(6);

  await page.getByRole('menuitem', { name: '商品' }).click();
  await page.getByRole('grid').getByRole('checkbox').first().click();
  await page.getByRole('button', { name: '开放平台' }).click();
  const dialog = page.getByRole('dialog');
  // On a busy machine the dialog may still move under a click.
  await expect(async () => {
    await dialog.getByText('重新转链').click();
    await expect(dialog.getByRole('radio', { name: /重新转链/ })).toBeChecked({ timeout: 2000 });
  }).toPass();
  await expect(dialog.getByText('查询 3 件商品，最多 1 次调用')).toBeVisible();
  await dialog.getByRole('button', { name: '开始' }).click();

  const run = page.locator('.ant-drawer').filter({ hasText: '淘宝开放平台' });
  await expect(run.getByText('已完成')).toBeVisible();
  await expect(run.getByText('联盟已不接受数字商品 ID')).not.toHaveCount(0);
  await run.getByRole('button', { name: '查看写入的结果' }).click();
  await expect(page.getByRole('heading', { name: /重新转链/ })).toBeVisible();
  const converted = gateway.calls.filter(({ method }) => method === 'taobao.tbk.dg.general.link.convert');
  expect(converted.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  expect(Object.keys(converted.at(-1)?.params ?? {}).sort()).toEqual(
    'adzone_id app_key format item_id_list method sign sign_method timestamp v'.split(' '),
  );
  expect(existsSync(join(dataDir, 'secrets', 'top.json'))).toBe(true);
  expect(filesWith(dataDir, [demoApp.appKey, demoApp.secret, passphrase])).toEqual([]);

  page = await app.restart();
  await page.getByRole('menuitem', { name: '设置' }).click();
  await expect(section(page).getByText('已上锁')).toBeVisible();
  await section(page).getByLabel('保护密码').fill('not the right one');
  await section(page).getByRole('button', { name: '解锁' }).click();
  await expect(page.getByText('保护密码不对')).toBeVisible();
  await section(page).getByLabel('保护密码').fill(passphrase);
  await section(page).getByRole('button', { name: '解锁' }).click();
  await expect(section(page).getByRole('button', { name: '测试' })).toBeVisible();

  await section(page).getByRole('button', { name: '清除密钥' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '清除密钥' }).click();
  await expect(section(page).getByRole('textbox', { name: 'App Key' })).toBeVisible();
  expect(existsSync(join(dataDir, 'secrets', 'top.json'))).toBe(false);
  expect(filesWith(dataDir, [demoApp.appKey, demoApp.secret, passphrase])).toEqual([]);
});
