import type { Page } from '@playwright/test';
import { addDays, shanghaiDay } from '#domain/shared/shanghai-day';
import { expect, test } from '../fixtures/app.ts';

/** From somebody's post to an item of a campaign, and on to a new link when the old one runs out. */

const today = shanghaiDay(new Date());
/** A 口令 lasts 30 days: that of a message this old has two good days left. */
const sentOn = addDays(today, -28);
const name = '小树苗儿童防蛀牙膏';
const oldToken = '￥SIH6XbwRfyt￥';
const lastGoodDay = addDays(sentOn, 29);
const newToken = '￥nEwTkn12345￥';
const chat = [
  `小王 ${sentOn} 10:11:12`,
  `🔥【${name}】`,
  '原价59，券后19.9，满59减40',
  oldToken,
  '',
  `小李 ${sentOn} 10:12:13`,
  '别人的单：https://uland.taobao.com/coupon/edetail?e=x&pid=mm_9_9_9&itemId=667662696505',
].join('\n');

const open = (page: Page, page_: string): Promise<void> => page.getByRole('menuitem', { name: page_ }).first().click();
const tab = (page: Page, label: string) => page.locator('.ant-segmented-item').filter({ hasText: label }).click();

async function pasteText(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).focus();
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('a pasted chat becomes a campaign item, whose link is renewed before it runs out', async ({ app }) => {
  const { page } = app;

  await test.step('own pids tell whose commission it is', async () => {
    await open(page, '设置');
    await page.getByLabel('pid', { exact: true }).fill('我的推广位 mm_1_2_3');
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('宝妈群');
    await page.locator('.pid-form').getByRole('button').click();
    await expect(page.getByRole('cell', { name: 'mm_1_2_3' })).toBeVisible();
  });

  await test.step('the chat is taken apart, and what is not worth keeping is not ticked', async () => {
    await open(page, '链接');
    await tab(page, '智能识别');
    await pasteText(page, '要识别的文字', chat);
    const [card, stranger] = [page.getByRole('article', { name }), page.getByRole('article').nth(1)];
    await expect(card).toContainText('新建草稿');
    await expect(card).toContainText(`${sentOn} 发出`);
    await expect(card).toContainText('¥19.90');
    await expect(card.getByRole('checkbox', { name: '淘口令' })).toBeChecked();
    await expect(stranger).toContainText('佣金归他人');
    await expect(stranger.getByRole('checkbox', { name: '二合一券页' })).not.toBeChecked();
    await stranger.getByRole('checkbox').first().uncheck();
    await expect(page.getByText('保留 1 件商品、1 条链接')).toBeVisible();
  });

  await test.step('it goes into the catalog and a new campaign', async () => {
    await page.getByRole('button', { name: '加入目录和活动' }).click();
    const adding = page.getByRole('dialog');
    await adding.getByRole('textbox').fill('周四早场');
    await adding.getByRole('button', { name: '新建并加入' }).click();
    await expect(page.getByText('刚才加入了 1 件商品（新建 1 件）、1 条新链接')).toBeVisible();
    await open(page, '活动');
    await page.getByRole('button', { name: '周四早场', exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('需复制到淘宝');
  });

  await test.step('the calendar knows its last day and leads to it', async () => {
    await open(page, '链接');
    await tab(page, '到期日历');
    await page.getByRole('button', { name: `${lastGoodDay} 有 1 条链接到期` }).click();
    await expect(page.getByTestId('link-count')).toHaveText('1 条');
    await page.getByRole('row').filter({ hasText: name }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.locator('.link-full')).toHaveText(oldToken);
    await expect(drawer).toContainText(`有效到 ${lastGoodDay}`);
    await expect(drawer).toContainText('怎样弄清楚');
    await expect(drawer).toContainText('周四早场');
    await page.keyboard.press('Escape');
  });

  await test.step('the catalog and the campaign name the same last day', async () => {
    for (const [page_, button] of [['商品'], ['活动', '周四早场']] as const) {
      await open(page, page_);
      if (button) await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('row').filter({ hasText: name }).click();
      const drawer = page.getByRole('dialog').last();
      await expect(drawer).toContainText(`有效到 ${lastGoodDay}`);
      await expect(drawer).not.toContainText(addDays(lastGoodDay, 1));
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
    }
    await open(page, '链接');
  });

  await test.step('a new link is pasted back and put to its product', async () => {
    await tab(page, '续期');
    await expect(page.getByText('1 件商品需要新链接')).toBeVisible();
    await page.getByLabel('联盟给出的结果').fill(`${name}\n复制打开淘宝 ${newToken}`);
    await expect(page.getByText('1 件里对上了 1 件')).toBeVisible();
    await page.getByRole('button', { name: '换上 1 件的新链接' }).click();
    await expect(page.getByText('没有需要续期的商品')).toBeVisible();
  });

  await test.step('the campaign posts the new link, and the old one is still there', async () => {
    await open(page, '活动');
    await page.getByRole('button', { name: '周四早场', exact: true }).click();
    await page.getByRole('row').filter({ hasText: name }).click();
    await expect(page.getByText(newToken).first()).toBeVisible();
    await open(page, '链接');
    await expect(page.getByTestId('link-count')).toHaveText('2 条');
  });
});
