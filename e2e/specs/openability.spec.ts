import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/filled-app.ts';
import { root } from '../fixtures/project.ts';

const ids = ['600000000001', '600000000002', '600000000003'];

test.use({
  filling: {
    columns: '商品id,商品名称,商品价格(单位：元),商品详情页链接地址',
    lines: ids.map((id) => [id, `商品${id}`, '19.90', `https://item.taobao.com/item.htm?id=${id}`].join(',')),
    campaigns: [{ name: '今晚好物', surface: 'moments' }],
  },
});

const dialog = (page: Page): Locator => page.locator('.ant-modal:visible').last();

interface Pack {
  id: string;
  rows: { surface: string; linkClass: string; to: string | null; outcome: string }[];
}

/** The built-in pack, in which item links open in Moments. */
function writePack(folder: string): string {
  const builtIn = join(root, 'resources', 'rulepacks', 'openability', 'wechat-openability@2026-11-23.json');
  const pack = JSON.parse(readFileSync(builtIn, 'utf8')) as Pack;
  pack.id = 'newer@1';
  for (const row of pack.rows)
    if (row.surface === 'moments' && row.linkClass === 'taobao_item' && row.to === null) row.outcome = 'opens';
  const file = join(folder, 'newer.json');
  writeFileSync(file, JSON.stringify(pack));
  return file;
}

test('a pack is compared and its impact shown before it is used; a broken one changes nothing', async ({ app }) => {
  const { page, host, dataDir } = app;
  await page.getByRole('menuitem', { name: '规则' }).click();
  const load = (file: string): Promise<void> =>
    host.chooseFiles(() => page.getByRole('button', { name: '载入规则包' }).click(), [file]);

  const broken = join(dataDir, 'broken.json');
  writeFileSync(broken, '{"format":"taoke-desk/openability@1","id":"x"}');
  await load(broken);
  await expect(dialog(page)).toContainText('这个文件不能用，什么都没有改动');
  await page.keyboard.press('Escape');

  await load(writePack(dataDir));
  await expect(dialog(page)).toContainText('需复制到浏览器，改为');
  await dialog(page).getByRole('button', { name: '看看会影响什么…' }).click();
  await expect(dialog(page)).toContainText('改变的链接3');
  await expect(dialog(page)).toContainText('今晚好物');
  await dialog(page).getByRole('button', { name: '不改' }).click();
  await expect(page.getByText('newer@1')).toHaveCount(0);

  await load(writePack(dataDir));
  await dialog(page).getByRole('button', { name: '看看会影响什么…' }).click();
  await dialog(page).getByRole('button', { name: '换用这个规则包' }).click();
  await expect(page.getByText('已换用规则包“newer@1”')).toBeVisible();
});

test('what a phone showed against the rules is said, counts for its kind, and can be taken back', async ({ app }) => {
  const { page } = app;
  let isBusy = true;
  await page.route('**/rpc', (route) =>
    isBusy && route.request().postData()?.includes('devices.tour')
      ? route.fulfill({ json: { ok: false, error: { code: 'DB_BUSY', message: 'busy' } } })
      : route.fallback(),
  );
  await page.getByRole('menuitem', { name: '检测' }).click();
  await page.getByRole('button', { name: '开始一轮真机验证' }).click();
  await expect(page.getByText('数据库正忙')).toBeVisible();
  isBusy = false;
  await page.getByRole('button', { name: /重\s?试/ }).click();

  await expect(page.getByText('试 1 次就能覆盖 3 个')).toBeVisible();
  await page.getByText('直接看到商品或页面').click();
  await page.getByRole('button', { name: '记录结果' }).click();
  await expect(page.getByText('规则包说“需复制到浏览器”，手机上是“可直接打开”')).toBeVisible();
  await expect(page.getByText('现在有 3 条链接按这次真机结果判断')).toBeVisible();
  await page.getByRole('button', { name: '撤回这条记录' }).click();
  await expect(page.getByText('第一步：把这段发出去')).toBeVisible();
  await expect(page.getByText('需复制到浏览器').first()).toBeVisible();
  await page.getByRole('button', { name: '返回检测' }).click();
  await expect(page.getByText('还没有真机记录')).toBeVisible();
});

test('an address that cannot be a proxy is not saved', async ({ app }) => {
  const { page } = app;
  await page.getByRole('menuitem', { name: '设置' }).click();
  await page.locator('.ant-segmented-item').filter({ hasText: '手动' }).click();
  const address = page.getByPlaceholder('http://127.0.0.1:7890');
  const save = page.getByRole('button', { name: '保存', exact: true });
  await address.fill('socks5://127.0.0.1:1080');
  await expect(page.getByText('代理地址应形如')).toBeVisible();
  await expect(save).toBeDisabled();
  await address.fill('http://127.0.0.1:7890');
  await save.click();
  await expect(page.getByText('已保存，之后的检测经过这个代理')).toBeVisible();
});

test('a day to judge by is typed, asked about, and said again where a pack would be written with it', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('menuitem', { name: '设置' }).click();
  await page.getByPlaceholder('今天').click();
  await page.keyboard.type('2021-09-13');
  await expect(page.locator('.ant-picker-header-view')).toHaveText('2021年9月');
  await expect(page.locator('.ant-picker-content th').first()).toHaveText('一');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: '按这一天判断' }).click();
  await expect(page.getByText('正在按 2021-09-13 的规则判断')).toBeVisible();

  await page.getByRole('menuitem', { name: '活动' }).click();
  await page.getByRole('button', { name: '今晚好物', exact: true }).click();
  await page.getByRole('button', { name: /^导出文案包/ }).click();
  await expect(dialog(page)).toContainText('现在按 2021-09-13 判断');
});
