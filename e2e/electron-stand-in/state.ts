import type { Browser, Page } from '@playwright/test';

/** What a test can look at and decide while the built Electron entry runs against the stand-in. */
export interface StandInState {
  browser: Browser;
  /** Windows shown so far, as pages of the real Chromium. */
  pages: Page[];
  windowOptions: Electron.BrowserWindowConstructorOptions[];
  /** Files the next open dialogs "choose"; an empty list is a cancel. */
  openDialogs: string[][];
  /** Paths the next save dialogs "choose"; null is a cancel. */
  saveDialogs: (string | null)[];
  /** Addresses handed to the system. */
  openedExternally: string[];
  shownInFolder: string[];
  /** Navigations and windows the guard stopped. */
  prevented: string[];
  permissionRequest: ((permission: string) => boolean) | null;
  sandboxEnabled: boolean;
  onPage: ((page: Page) => void) | null;
  onExit: ((code: number) => void) | null;
}

const slot = Symbol.for('taoke.electron-stand-in');

/** Shared through the global object: the bundle and the test may load this module by different routes. */
export function standInState(): StandInState {
  const state = (globalThis as Record<symbol, unknown>)[slot] as StandInState | undefined;
  if (!state) throw new Error('the stand-in was loaded without a test having prepared it');
  return state;
}

export function prepareStandIn(browser: Browser): StandInState {
  const state: StandInState = {
    browser,
    pages: [],
    windowOptions: [],
    openDialogs: [],
    saveDialogs: [],
    openedExternally: [],
    shownInFolder: [],
    prevented: [],
    permissionRequest: null,
    sandboxEnabled: false,
    onPage: null,
    onExit: null,
  };
  (globalThis as Record<symbol, unknown>)[slot] = state;
  return state;
}
