import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, session, shell } from 'electron';
import { appVersion } from '#infra/app-version';
import { createBuiltPage } from '#infra/built-page';
import { type EngineThread, startEngine } from '#infra/engine-thread';
import { createLog, type Log } from '#infra/log';
import { dataPaths, defaultDataDir } from '#infra/paths';
import { createClient } from '#rpc/client';
import { appScheme, appUrl } from './app-origin.ts';
import { createAppProtocol } from './app-protocol.ts';
import { reloadCrashedPage } from './crashed-page.ts';
import { createHostHandlers } from './host-handlers.ts';
import { bridgeIpc } from './ipc-bridge.ts';
import { denyPermissions, guardNavigation } from './navigation-guard.ts';
import { lendSystemKey } from './system-key.ts';
import { takeFiles } from './take-files.ts';
import { windowOptions } from './window-options.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function dataDirFrom(args: readonly string[]): string {
  const at = args.indexOf('--data-dir');
  return (at >= 0 ? args[at + 1] : undefined) ?? defaultDataDir();
}

/** Entry of the desktop app. */
function main(): void {
  const paths = dataPaths(dataDirFrom(process.argv));
  const log = createLog(paths.logs, () => new Date());
  let window: BrowserWindow | null = null;

  app.enableSandbox();
  placeProfile(join(paths.root, 'electron'), log);
  // A second start with the same data folder brings the first window to the front instead of failing on the lock.
  if (!app.requestSingleInstanceLock({ dataDir: paths.root })) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  guardNavigation(app);

  const engine = startEngine(new URL('./engine-worker.js', import.meta.url), {
    dataDir: paths.root,
    resourcesDir: here('../../resources/'),
    appVersion,
    host: 'electron',
  });

  function openWindow(): void {
    window = new BrowserWindow(windowOptions(here('../preload/preload.cjs')));
    reloadCrashedPage(window.webContents, { now: Date.now, logBug: log.bug });
    window.once('ready-to-show', () => window?.show());
    window.on('closed', () => {
      window = null;
    });
    window.loadURL(appUrl).catch((error: unknown) => log.bug(error, 'loading the page'));
  }

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  stopEngineBeforeQuit(engine);

  app
    .whenReady()
    .then(() => {
      const respond = createAppProtocol(createBuiltPage(here('../renderer/')));
      protocol.handle(appScheme, respond);
      denyPermissions(session.defaultSession);
      const client = createClient(engine.channel, 1_000_000_000);
      const keyFile = join(paths.secrets, 'system-key');
      lendSystemKey({ store: safeStorage, file: keyFile, engine: client, logBug: log.bug });
      const contents = (): Electron.WebContents | null => window?.webContents ?? null;
      bridgeIpc({
        ipcMain,
        engine: engine.channel,
        window: contents,
        host: createHostHandlers({ dialog, shell, engine: client, window: () => window }),
        logBug: log.bug,
      });
      takeFiles({ ipcMain, engine: client, window: contents });
      openWindow();
    })
    .catch((error: unknown) => {
      log.bug(error, 'electron start');
      app.exit(1);
    });
}

/** Chromium's own files go into the data folder. Where nothing can be written there, the engine says so in the window. */
function placeProfile(folder: string, log: Log): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch (error) {
    log.bug(error, 'making the profile folder');
  }
}

/** Quitting waits until the engine has closed its files. */
function stopEngineBeforeQuit(engine: EngineThread): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
}

main();
