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

/** Every page as it is opened, and what opens on it. */
export const pages: readonly Scene[] = [
  { name: 'dashboard', route: '#/dashboard' },
  { name: 'inbox', route: '#/inbox' },
  { name: 'catalog', route: '#/catalog' },
  { name: 'links', route: '#/links' },
  { name: 'links-paste', route: at('links', { tab: 'paste' }) },
  { name: 'links-calendar', route: at('links', { tab: 'calendar' }) },
  { name: 'links-renew', route: at('links', { tab: 'renew' }) },
  { name: 'checks', route: '#/checks' },
  { name: 'campaigns', route: '#/campaigns' },
  { name: 'campaigns-board', route: at('campaigns', { layout: 'board' }) },
  { name: 'campaign', route: '#/campaigns/1' },
  { name: 'campaign-item', route: at('campaigns/1', { surface: 'group', item: 4 }) },
  { name: 'templates', route: '#/campaigns/templates' },
  { name: 'packs', route: '#/packs' },
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
];
