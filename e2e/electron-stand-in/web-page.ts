import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Route } from '@playwright/test';

/** Chromium does not know `app://`; inside the stand-in the app's origin travels under this name, which resolves nowhere. */
const webOrigin = 'https://desk.stand-in.invalid';
const appOrigin = 'app://desk';

export const toWeb = (address: string): string => address.replace(appOrigin, webOrigin);
export const toApp = (address: string): string => address.replace(webOrigin, appOrigin);

export interface PageHooks {
  preloadFile: string;
  respond(request: Request): Promise<Response> | Response;
  /** A frame the page sent; `url` is the sender's address in the app's own scheme. */
  onMessage(channel: string, frame: unknown, url: string): void;
  /** The reply of a handler of the main process. */
  onInvoke(channel: string, argument: unknown, url: string): Promise<unknown>;
  /** Whether a navigation may go ahead. */
  mayNavigate(url: string): boolean;
}

async function answer(route: Route, hooks: PageHooks): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  // No content: the page stays where it is, as after a prevented navigation in Electron.
  if (request.isNavigationRequest() && !hooks.mayNavigate(url)) return route.fulfill({ status: 204 });
  if (!url.startsWith(appOrigin)) return route.abort('internetdisconnected');
  const response = await hooks.respond(new Request(url, { method: request.method() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Runs the built preload the way Electron does: before the page's own scripts, with only `electron` to require. */
function preloadScript(file: string): string {
  return `(() => {
    const listeners = new Map();
    window.__deliver = (channel, frame) => { for (const listener of listeners.get(channel) ?? []) listener({}, frame); };
    const ipcRenderer = {
      send: (channel, frame) => { void window.__toMain(channel, frame); },
      invoke: (channel, argument) => window.__invokeMain(channel, argument),
      on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
      removeListener: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)); },
    };
    const contextBridge = { exposeInMainWorld: (name, api) => { Object.defineProperty(window, name, { value: Object.freeze(api) }); } };
    // Chromium's own files have no path to tell; a test names those of the files it hands over.
    const webUtils = { getPathForFile: (file) => window.__paths?.[file.name] ?? '' };
    const electron = { ipcRenderer, contextBridge, webUtils };
    const require = (name) => { if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name); return electron; };
    const module = { exports: {} };
    (function (exports, require, module) { ${readFileSync(file, 'utf8')} })(module.exports, require, module);
  })();`;
}

/** Opens a page of the real Chromium that behaves like an Electron window's contents. */
export async function openWebPage(context: BrowserContext, hooks: PageHooks): Promise<Page> {
  const page = await context.newPage();
  await page.exposeBinding('__toMain', (source, channel: string, frame: unknown) =>
    hooks.onMessage(channel, frame, toApp(source.frame.url())),
  );
  await page.exposeBinding('__invokeMain', (source, channel: string, argument: unknown) =>
    hooks.onInvoke(channel, argument, toApp(source.frame.url())),
  );
  await page.addInitScript(preloadScript(hooks.preloadFile));
  await context.route('**/*', (route) => answer(route, hooks));
  return page;
}
