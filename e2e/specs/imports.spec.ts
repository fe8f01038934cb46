import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';

const known = [
  '商品id,商品名称,商品价格(单位：元),佣金比率(%),商品详情页链接地址',
  '557662696501,纯棉毛巾两条装,19.90,20,https://item.taobao.com/item.htm?id=557662696501',
  '5.57663E+11,陶瓷马克杯,29.90,15,https://item.taobao.com/item.htm?id=557662696502',
  '557662696503,玻璃水杯,免费,15,https://item.taobao.com/item.htm?id=557662696503',
].join('\n');

/** A later file that speaks of one of the same products. */
const later = [
  '商品id,商品名称,商品价格(单位：元),佣金比率(%),商品详情页链接地址',
  '557662696501,纯棉毛巾两条装,15.90,20,https://item.taobao.com/item.htm?id=557662696501',
  '557662696509,搪瓷杯,9.90,20,https://item.taobao.com/item.htm?id=557662696509',
].join('\n');

const unknown = [
  '货号,叫法,多少钱,给几成',
  '557662696511,竹纤维抹布,990,0.2',
  '557662696512,不锈钢保温杯,5990,0.15',
].join('\n');

async function choose(page: Page, ...files: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入商品文件' }).first().click();
  await (await chooser).setFiles(files);
}

test('a file is looked into, imported, explained row by row and undone after a later one', async ({ app, dataDir }) => {
  const { page } = app;
  const file = join(dataDir, '..', `清单-${process.pid}.csv`);
  writeFileSync(file, known);
  await choose(page, file);
  await expect(page.getByRole('cell', { name: '纯棉毛巾两条装' })).toBeVisible();
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(page.getByText('目录里现有 1 件商品')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /条说明/ }).click();
  const broken = page.getByRole('row').filter({ hasText: '5.57663E+11' });
  await expect(broken).toContainText('未导入');
  await expect(broken).toContainText('科学计数法');
  await expect(broken.getByRole('cell').first()).toHaveText('3');
  await page.getByRole('button', { name: /价格“…”不是金额/ }).click();
  await expect(page.getByRole('row').filter({ hasText: '5.57663E+11' })).toHaveCount(0);
  await page.getByRole('button', { name: '全部导入记录' }).click();
  const second = join(dataDir, '..', `后来-${process.pid}.csv`);
  writeFileSync(second, later);
  await choose(page, second);
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(page.getByText('目录里现有 2 件商品')).toBeVisible({ timeout: 30_000 });
  // The menu leads from the outcome to every import there was.
  await page.getByRole('menuitem', { name: '导入记录', exact: true }).click();
  await page.getByRole('button', { name: `清单-${process.pid}.csv` }).click();
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByText('已撤销')).toBeVisible({ timeout: 30_000 });
  // What the later file said stays as it said it.
  await page.getByRole('menuitem', { name: '商品', exact: true }).click();
  await expect(page.getByTestId('product-count')).toHaveText('2 件');
  await expect(page.getByRole('row').filter({ hasText: '纯棉毛巾两条装' })).toContainText('¥15.90');
});

test('rejected rows come back as a file, are repaired and imported', async ({ app, dataDir }) => {
  const { page } = app;
  const file = join(dataDir, '..', `退回-${process.pid}.csv`);
  writeFileSync(file, known);
  await choose(page, file);
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await page.getByRole('button', { name: /条说明/ }).click();
  await page.getByRole('button', { name: '导出未导入的 2 行' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const rejects = await download;
  expect(rejects.suggestedFilename()).toBe(`退回-${process.pid}-未导入的行.csv`);
  const text = readFileSync(await rejects.path(), 'utf8');
  expect(text).toContain('原文件第 3 行');
  const repaired = join(dataDir, '..', `改好-${process.pid}.csv`);
  writeFileSync(repaired, text.replace(',5.57663E+11,', ',557662696502,').replace(',免费,', ',9.90,'));
  await page.getByRole('button', { name: '全部导入记录' }).click();
  await choose(page, repaired);
  await page.getByRole('tab', { name: '列的含义' }).click();
  await expect(page.getByRole('rowheader', { name: '商品id' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '原因' })).toHaveCount(0);
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(page.getByText('目录里现有 3 件商品')).toBeVisible({ timeout: 30_000 });

  // What comes into a watched folder is offered, and leads into the same import.
  const folder = join(dataDir, '..', `监视-${process.pid}`);
  mkdirSync(folder);
  writeFileSync(join(folder, '原有.csv'), unknown);
  await page.getByRole('menuitem', { name: '设置' }).click();
  const path = page.getByRole('textbox', { name: '文件夹' });
  await path.fill('选品表格');
  await page.getByRole('button', { name: '开始监视' }).click();
  await expect(page.getByText('请填写完整路径')).toBeVisible();
  await path.fill(folder);
  await page.getByRole('button', { name: '开始监视' }).click();
  await expect(page.getByText('1 个文件不提示')).toBeVisible();
  writeFileSync(join(folder, '新来.csv'), later);
  writeFileSync(join(folder, '~$新来.xlsx'), later);
  const notice = page.getByRole('alert').filter({ hasText: '监视的文件夹里有 1 个新文件' });
  await expect(notice).toContainText('新来.csv', { timeout: 60_000 });
  await notice.getByRole('button', { name: '导入' }).click();
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(page.getByText('目录里现有 4 件商品')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('menuitem', { name: '导入记录', exact: true })).toBeVisible();
});

test('columns with unknown names are given a meaning, which is remembered', async ({ app, dataDir }) => {
  const { page } = app;
  const file = join(dataDir, '..', `自制-${process.pid}.csv`);
  writeFileSync(file, unknown);
  await choose(page, file);
  await expect(page.getByText('没有认出必需的列')).toBeVisible();
  await expect(page.getByRole('button', { name: '导入 0 个文件' })).toBeDisabled();
  const settle = async (column: string, meaning: string): Promise<void> => {
    await page.getByRole('combobox', { name: `“${column}”的含义` }).click();
    await page.keyboard.type(meaning);
    await page.keyboard.press('Enter');
  };
  await settle('货号', '商品id');
  await settle('叫法', '商品名称');
  await settle('多少钱', '价格');
  await page.getByRole('combobox', { name: '“价格”的单位' }).click();
  await page.getByTitle('分', { exact: true }).click();
  await page.getByRole('button', { name: '导入 1 个文件' }).click();
  await expect(page.getByText('目录里现有 2 件商品')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '全部导入记录' }).click();
  await choose(page, file);
  await page.getByRole('tab', { name: '列的含义' }).click();
  await expect(page.getByText('用的是上次为这种表头保存的设置')).toBeVisible();

  // What is remembered can be changed and forgotten.
  await page.getByRole('main').getByRole('button', { name: '取消', exact: true }).click();
  await page.getByRole('button', { name: '修改' }).click();
  const editor = page.getByRole('dialog', { name: '修改列的含义' });
  await editor.getByRole('combobox', { name: '“给几成”的含义' }).click();
  await page.keyboard.type('佣金比率');
  await page.keyboard.press('Enter');
  await editor.getByRole('button', { name: '保存' }).click();
  await expect(editor).toBeHidden();
  await expect(page.getByText('给几成 → 佣金比率')).toBeVisible();
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('给几成 → 佣金比率')).toHaveCount(0);
});

/** A file held over part of the window. */
function hang(page: Page, over: string): Promise<void> {
  return page.locator(over).evaluate((part) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.zip'));
    part.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }));
  });
}

test('a file held over the window is told where it would go, on top of the page', async ({ app: { page } }) => {
  const toImport = page.getByText('松开鼠标开始导入');
  await hang(page, 'main');
  await expect(toImport).toHaveCSS('position', 'fixed');
  await page.getByRole('menuitem', { name: '文案包' }).click();
  await hang(page, '.drop-area');
  await expect(page.getByText('松开鼠标，打开这个文案包')).toBeVisible();
  await expect(toImport).toBeHidden();
});

test('a file that cannot be read is named as its user knows it', async ({ app: { page }, dataDir }) => {
  const file = join(dataDir, '空的.csv');
  writeFileSync(file, '');
  await choose(page, file);
  await expect(page.getByText('无法读取文件“空的.csv”：文件是空的。')).toBeVisible();
});
