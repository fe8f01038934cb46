import { existsSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';
import { standInState } from './state.ts';
import { openWebPage, toWeb } from './web-page.ts';

/**
 * A double of the parts of the `electron` module that src-main/host-electron uses, typed against the real module so
 * that a changed signature does not compile. It drives a page of a real Chromium: the built entry, the built preload,
 * the app protocol, the IPC checks and the navigation guard run as they are.
 */

type Handler = (request: Request) => Promise<Response> | Response;
const protocolHandlers = new Map<string, Handler>();

class PreventableEvent {
  defaultPrevented = false;
  readonly url: string;
  constructor(url = '') {
    this.url = url;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

class StandInApp extends EventEmitter {
  enableSandbox(): void {
    standInState().sandboxEnabled = true;
  }
  setPath(_name: string, path: string): void {
    // Chromium's own profile is the browser's business here; a folder that is not there is an error, as documented.
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path}`);
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  quit(): void {
    const event = new PreventableEvent();
    this.emit('before-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code = 0): void {
    this.removeAllListeners();
    ipcMain.removeAllListeners();
    standInState().onExit?.(code);
  }
}

class StandInWebContents extends EventEmitter {
  readonly mainFrame = { url: 'about:blank' };
  page: Page | null = null;
  #open: ((details: { url: string }) => { action: 'deny' | 'allow' }) | null = null;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' | 'allow' }): void {
    this.#open = handler;
  }

  send(channel: string, frame: unknown): void {
    const page = this.page;
    if (!page || page.isClosed()) return;
    const deliver = ([to, data]: [string, unknown]): void =>
      (window as unknown as { __deliver(channel: string, frame: unknown): void }).__deliver(to, data);
    // The page may be closing while the engine still speaks.
    page.evaluate(deliver, [channel, frame] as [string, unknown]).catch(() => undefined);
  }

  mayNavigate(url: string): boolean {
    const event = new PreventableEvent(url);
    this.emit('will-navigate', event);
    if (event.defaultPrevented) standInState().prevented.push(url);
    return !event.defaultPrevented;
  }

  popup(page: Page): void {
    if (this.#open?.({ url: page.url() }).action === 'allow') return;
    standInState().prevented.push(page.url());
    page.close().catch(() => undefined);
  }
}

class StandInWindow extends EventEmitter {
  readonly webContents = new StandInWebContents();
  readonly #options: Electron.BrowserWindowConstructorOptions;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.#options = options;
    standInState().windowOptions.push(options);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    const state = standInState();
    const contents = this.webContents;
    const scheme = new URL(address).protocol.slice(0, -1);
    const respond = protocolHandlers.get(scheme);
    if (!respond) throw new Error(`no protocol handler for ${scheme}`);
    const context = await state.browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1280, height: 860 },
    });
    contents.page = await openWebPage(context, {
      preloadFile: this.#options.webPreferences?.preload ?? '',
      respond,
      onMessage: (channel, frame, url) => {
        contents.mainFrame.url = url;
        ipcMain.emit(channel, { sender: contents, senderFrame: contents.mainFrame }, frame);
      },
      onInvoke: (channel, argument, url) => {
        contents.mainFrame.url = url;
        return ipcMain.invoke(channel, { sender: contents, senderFrame: contents.mainFrame }, argument);
      },
      mayNavigate: (url) => url === address || contents.mayNavigate(url),
    });
    contents.page.on('popup', (page) => contents.popup(page));
    contents.page.on('close', () => {
      this.emit('closed');
      app.emit('window-all-closed');
    });
    await contents.page.goto(toWeb(address));
    contents.mainFrame.url = address;
    this.emit('ready-to-show');
    state.pages.push(contents.page);
    state.onPage?.(contents.page);
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
}

type InvokeHandler = (event: unknown, argument: unknown) => unknown;

class StandInIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    this.#handlers.set(channel, handler);
  }

  async invoke(channel: string, event: unknown, argument: unknown): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, argument);
  }

  override removeAllListeners(): this {
    this.#handlers.clear();
    return super.removeAllListeners();
  }
}

export const app = new StandInApp();
export const ipcMain = new StandInIpcMain();
export const BrowserWindow = StandInWindow;

export const protocol = {
  registerSchemesAsPrivileged(): void {},
  handle(scheme: string, handler: Handler): void {
    protocolHandlers.set(scheme, handler);
  },
} satisfies Partial<Electron.Protocol>;

export const dialog = {
  showOpenDialog: () => {
    const filePaths = standInState().openDialogs.shift() ?? [];
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  },
  showSaveDialog: () => {
    const filePath = standInState().saveDialogs.shift() ?? null;
    return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  },
} satisfies Partial<Electron.Dialog>;

export const shell = {
  openExternal: (url: string) => {
    standInState().openedExternally.push(url);
    return Promise.resolve();
  },
  showItemInFolder: (path: string) => {
    standInState().shownInFolder.push(path);
  },
} satisfies Partial<Electron.Shell>;

/** A key store that is one: what it encrypts cannot be read in the file. */
export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  encryptString: (text: string) => Buffer.from(Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a)),
  decryptString: (encrypted: Buffer) => Buffer.from(encrypted.map((byte) => byte ^ 0x5a)).toString('utf8'),
} satisfies Partial<Electron.SafeStorage>;

export const session = {
  defaultSession: {
    setPermissionRequestHandler(
      handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
    ) {
      standInState().permissionRequest = (permission) => {
        let granted = false;
        handler(null, permission, (answer) => {
          granted = answer;
        });
        return granted;
      };
    },
    setPermissionCheckHandler(): void {},
  },
};
