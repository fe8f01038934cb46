import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, IpcMain, WebContents } from 'electron';
import { afterAll, describe, expect, test } from 'vitest';
import { createBuiltPage } from '#infra/built-page';
import type { Channel, Frame } from '#rpc/frames';
import { isAppUrl } from './app-origin.ts';
import { createAppProtocol } from './app-protocol.ts';
import { mayOpenExternally, openExternalSafely } from './external-links.ts';
import { bridgeIpc, type HostHandlers, isTrustedSender } from './ipc-bridge.ts';
import { guardNavigation } from './navigation-guard.ts';
import { windowOptions } from './window-options.ts';

describe('our own pages', () => {
  test.each(['app://desk/', 'app://desk/index.html', 'app://desk/#/catalog?x=1'])('%s is ours', (url) =>
    expect(isAppUrl(url)).toBe(true),
  );
  test.each([
    'app://desk.evil/',
    'app://evil/?app://desk/',
    'https://desk/',
    'file:///app://desk/',
    'app:desk',
    'javascript:app://desk/',
    '',
  ])('%s is not', (url) => expect(isAppUrl(url)).toBe(false));
});

test('the window has every protection switched on, in so many words', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});

describe('addresses for the system', () => {
  test.each(['https://pub.alimama.com/', 'http://example.com/?a=b#c'])('%s may be opened', (url) =>
    expect(mayOpenExternally(url)).toBe(true),
  );
  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id',
    'https://user:secret@example.com/',
    'tbopen://m.taobao.com/',
    'not an address',
    `https://example.com/${'a'.repeat(3000)}`,
  ])('%s may not', async (url) => {
    const opened: string[] = [];
    const result = await openExternalSafely(url, (address) => {
      opened.push(address);
      return Promise.resolve();
    });
    expect(result).toEqual({ opened: false });
    expect(opened).toEqual([]);
  });
});

describe('app:// requests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-app-'));
  writeFileSync(join(folder, 'index.html'), 'page');
  const respond = createAppProtocol(createBuiltPage(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the page is answered with its policy', async () => {
    const response = respond(new Request('app://desk/'));
    expect(await response.text()).toBe('page');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
  test.each([
    ['app://other/', 403],
    ['app://desk/../../etc/passwd', 404],
    ['app://desk/%2e%2e/%2e%2e/etc/passwd', 404],
    ['app://desk/missing.js', 404],
  ])('%s is answered %d', (url, status) => expect(respond(new Request(url)).status).toBe(status));
  test('nothing but GET', () =>
    expect(respond(new Request('app://desk/', { method: 'POST', body: 'x' })).status).toBe(405));
});

class FakeContents extends EventEmitter {
  mainFrame = { url: 'app://desk/' };
  sent: Frame[] = [];
  openHandler: (details: { url: string }) => unknown = () => null;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openHandler = handler;
  }
  send(_channel: string, frame: Frame): void {
    this.sent.push(frame);
  }
}

describe('navigation', () => {
  const app = new EventEmitter();
  const contents = new FakeContents();
  guardNavigation(app as unknown as App);
  app.emit('web-contents-created', {}, contents);

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s to another origin is stopped', (name) => {
    let prevented = 0;
    const to = (url: string): void => void contents.emit(name, { url, preventDefault: () => (prevented += 1) });
    to('app://desk/#/catalog');
    expect(prevented).toBe(0);
    to('https://evil.example/');
    to('file:///etc/passwd');
    expect(prevented).toBe(2);
  });
  test('windows and webviews are denied', () => {
    expect(contents.openHandler({ url: 'app://desk/' })).toEqual({ action: 'deny' });
    let prevented = false;
    contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
});

describe('messages from pages', () => {
  function setUp(): {
    contents: FakeContents;
    ipcMain: EventEmitter;
    toEngine: Frame[];
    fromEngine(frame: Frame): void;
  } {
    const contents = new FakeContents();
    const ipcMain = new EventEmitter();
    const toEngine: Frame[] = [];
    let fromEngine: (frame: Frame) => void = () => undefined;
    const engine: Channel = {
      send: (frame) => void toEngine.push(frame),
      onFrame: (listener) => {
        fromEngine = listener;
        return () => undefined;
      },
    };
    const host = { 'host.capabilities': () => ({ host: 'electron' }) } as unknown as HostHandlers;
    bridgeIpc({
      ipcMain: ipcMain as unknown as IpcMain,
      engine,
      window: () => contents as unknown as WebContents,
      host,
      logBug: () => 'id',
    });
    return { contents, ipcMain, toEngine, fromEngine: (frame) => fromEngine(frame) };
  }
  const call: Frame = { type: 'call', id: 5, method: 'app.info', params: {} };

  test('only the main frame of our window, showing our page, is heard', () => {
    const { contents, ipcMain, toEngine } = setUp();
    ipcMain.emit('rpc:to-engine', { sender: contents, senderFrame: contents.mainFrame }, call);
    expect(toEngine).toEqual([call]);
    const stranger = new FakeContents();
    ipcMain.emit('rpc:to-engine', { sender: stranger, senderFrame: stranger.mainFrame }, call);
    ipcMain.emit('rpc:to-engine', { sender: contents, senderFrame: { url: 'app://desk/' } }, call);
    ipcMain.emit('rpc:to-engine', { sender: contents, senderFrame: null }, call);
    contents.mainFrame.url = 'https://evil.example/';
    ipcMain.emit('rpc:to-engine', { sender: contents, senderFrame: contents.mainFrame }, call);
    expect(toEngine).toHaveLength(1);
  });

  test('what is no frame is dropped', () => {
    const { contents, ipcMain, toEngine } = setUp();
    const event = { sender: contents, senderFrame: contents.mainFrame };
    for (const junk of [
      null,
      'call',
      { type: 'call' },
      { type: 'call', id: 'x', method: 'a' },
      { type: 'fatal', error: 1 },
    ]) {
      ipcMain.emit('rpc:to-engine', event, junk);
    }
    expect(toEngine).toEqual([]);
  });

  test('host methods are answered here and internal ones refused; neither reaches the engine', async () => {
    const { contents, ipcMain, toEngine } = setUp();
    const event = { sender: contents, senderFrame: contents.mainFrame };
    ipcMain.emit('rpc:to-engine', event, { type: 'call', id: 1, method: 'host.capabilities', params: {} });
    ipcMain.emit('rpc:to-engine', event, {
      type: 'call',
      id: 2,
      method: 'internal.registerFile',
      params: { path: '/etc/passwd' },
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(contents.sent.toSorted((a, b) => ('id' in a && 'id' in b ? a.id - b.id : 0))).toMatchObject([
      { type: 'ok', id: 1 },
      { type: 'err', id: 2, error: { code: 'METHOD_NOT_FOUND' } },
    ]);
    expect(toEngine).toEqual([]);
  });

  test('replies to the host’s own calls, which may hold paths, are not the page’s business', () => {
    const { contents, ipcMain, fromEngine } = setUp();
    ipcMain.emit('rpc:to-engine', { sender: contents, senderFrame: contents.mainFrame }, call);
    fromEngine({ type: 'ok', id: 1_000_000_000, result: { path: '/home/someone/file.csv' } });
    fromEngine({ type: 'ok', id: 5, result: {} });
    fromEngine({ type: 'event', name: 'catalog.changed', data: { revision: 1 } });
    expect(contents.sent.map(({ type }) => type)).toEqual(['ok', 'event']);
  });

  test('an engine that failed before the page was there is still reported', () => {
    const { contents, ipcMain, toEngine, fromEngine } = setUp();
    const fatal: Frame = { type: 'fatal', error: { code: 'APP_LOCKED', message: 'in use' } };
    fromEngine(fatal);
    contents.sent.length = 0;
    ipcMain.emit('rpc:to-engine', { sender: contents, senderFrame: contents.mainFrame }, call);
    expect(contents.sent).toEqual([fatal]);
    expect(toEngine).toEqual([]);
  });

  test('trust needs a window', () => {
    const contents = new FakeContents();
    expect(isTrustedSender({ sender: contents, senderFrame: contents.mainFrame } as never, null)).toBe(false);
  });
});
