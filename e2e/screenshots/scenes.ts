import type { Page } from '@playwright/test';

/** One screen: where it is in the app, and what to do there before the picture is taken. */
export interface Scene {
  name: string;
  /** Fragment of the address, e.g. `#/catalog`. */
  route: string;
  /** Brings the screen into the state that is to be seen; waits for what it does. */
  prepare?(page: Page): Promise<void>;
}

/** Every page as it is opened. */
export const pages: readonly Scene[] = [
  { name: 'dashboard', route: '#/dashboard' },
  { name: 'inbox', route: '#/inbox' },
  { name: 'catalog', route: '#/catalog' },
  { name: 'links', route: '#/links' },
  { name: 'campaigns', route: '#/campaigns' },
  { name: 'campaign', route: '#/campaigns/1' },
  { name: 'packs', route: '#/packs' },
  { name: 'imports', route: '#/imports' },
  { name: 'rules', route: '#/rules' },
  { name: 'settings', route: '#/settings' },
];
