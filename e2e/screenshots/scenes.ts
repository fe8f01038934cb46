import type { Page } from '@playwright/test';

/** One screen: where it is in the app, and what to do there before the picture is taken. */
export interface Scene {
  name: string;
  /** Fragment of the address, e.g. `#/catalog`. */
  route: string;
  /** Brings the screen into the state that is to be seen; waits for what it does. */
  prepare?(page: Page): Promise<void>;
}

const at = (path: string, view: Record<string, unknown>): string =>
  `#/${path}?${encodeURIComponent(JSON.stringify(view))}`;

const riskyPost = '转发到朋友圈集满38个赞，截图找客服领红包。全网最低价，喝一个月血压就降。';

const post = `早上好，今日好价～
🔥1️⃣【有机山茶油500ml压榨食用油】
原价129，券后仅79.9元，满99减50
复制￥dK2aXyZ1234￥打开淘宝

🔥2️⃣维达抽纸24包 到手价 29.9
https://s.click.taobao.com/AbCd123

👉3. 三只松鼠坚果礼盒 拍2件 59元
https://uland.taobao.com/coupon/edetail?e=zz&pid=mm_999_1_2&itemId=667662696505`;

/** The text stays where it was taken apart, also for the next variant. */
async function pastePost(page: Page): Promise<void> {
  if ((await page.getByRole('article').count()) > 0) return;
  await page.getByLabel('要识别的文字').or(page.getByLabel('Text to take apart')).fill(post);
  await page.getByRole('button', { name: /识\s?别|Take apart/ }).click();
  await page.getByRole('article').first().waitFor();
}

/** Opens something by its button, where there is one, and waits until it is drawn. */
const opening =
  (button: RegExp, shown: string) =>
  async (page: Page): Promise<void> => {
    const named = page.getByRole('button', { name: button }).last();
    if ((await named.count()) === 0) return;
    await named.click();
    await page.locator(shown).first().waitFor();
  };

async function tickAll(page: Page): Promise<void> {
  const table = page.getByRole('grid').first();
  if ((await table.count()) === 0) return;
  await table.focus();
  await page.keyboard.press('Control+a');
  await page.locator('.selection-bar').waitFor();
}

/** Every page as it is opened, and what opens on it. */
export const pages: readonly Scene[] = [
  { name: 'dashboard', route: '#/dashboard' },
  { name: 'inbox', route: '#/inbox' },
  { name: 'catalog', route: '#/catalog' },
  { name: 'links', route: '#/links' },
  { name: 'link', route: '#/links/2' },
  { name: 'links-paste', route: at('links', { tab: 'paste' }), prepare: pastePost },
  { name: 'links-calendar', route: at('links', { tab: 'calendar' }) },
  { name: 'links-renew', route: at('links', { tab: 'renew' }) },
  { name: 'checks', route: '#/checks' },
  { name: 'campaigns', route: '#/campaigns' },
  { name: 'campaigns-new', route: '#/campaigns', prepare: opening(/新建活动|New campaign/, '.ant-modal form') },
  { name: 'campaigns-board', route: at('campaigns', { layout: 'board' }) },
  { name: 'campaign', route: '#/campaigns/1' },
  { name: 'campaign-item', route: at('campaigns/1', { surface: 'group', item: 4 }) },
  { name: 'campaign-ticked', route: '#/campaigns/1', prepare: tickAll },
  {
    name: 'campaign-export',
    route: '#/campaigns/3',
    prepare: opening(/^(导出文案包|Export pack)/, '.poster-preview img'),
  },
  { name: 'templates', route: '#/campaigns/templates' },
  { name: 'packs', route: '#/packs' },
  { name: 'pack', route: '#/packs/1' },
  { name: 'pack-phone', route: '#/packs/1', prepare: opening(/手机发圈|phone/i, '.phone-start') },
  { name: 'imports', route: '#/imports' },
  { name: 'rules', route: '#/rules' },
  {
    name: 'rules-wording',
    route: at('rules', { tab: 'compliance' }),
    async prepare(page) {
      const editor = page.locator('.cm-content').first();
      if ((await editor.count()) === 0) return;
      await editor.fill(riskyPost);
      await page
        .locator('.finding-card')
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => undefined);
    },
  },
  { name: 'rules-words', route: at('rules', { tab: 'words' }) },
  { name: 'settings', route: '#/settings' },
  {
    name: 'settings-top',
    route: '#/settings',
    prepare: (page) => page.locator('#top').evaluate((section) => section.scrollIntoView()),
  },
];
