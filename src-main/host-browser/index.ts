import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError } from '#contract/errors';
import { errorMessages } from '#contract/messages/error-messages';
import { fillMessage } from '#contract/messages/format-message';
import { appVersion } from '#infra/app-version';
import { createBuiltPage } from '#infra/built-page';
import { startEngine } from '#infra/engine-thread';
import { createLog } from '#infra/log';
import { dataPaths, defaultDataDir } from '#infra/paths';
import { createClient } from '#rpc/client';
import { openAppWindow, openDefaultBrowser } from './app-window.ts';
import { createDownloads } from './downloads.ts';
import { createEventStreams } from './event-stream.ts';
import { revealFile } from './reveal-file.ts';
import { createSessions } from './session.ts';

const codeLifeMs = 10 * 60_000;
const upgradingText =
  '商品库来自较早的版本，正在备份并升级… Backing up and upgrading the catalog of an earlier version …';
const quitAfterLastPageMs = 10_000;

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    browser: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const paths = dataPaths(values['data-dir'] ?? defaultDataDir());
  const log = createLog(paths.logs, () => new Date());
  const engine = startEngine(new URL('./engine-worker.js', import.meta.url), {
    dataDir: paths.root,
    resourcesDir: fileURLToPath(new URL('../../resources/', import.meta.url)),
    appVersion,
    host: 'browser',
  });
  const transport = createClient(engine.channel);
  transport.listen('catalog.upgrading', () => console.log(upgradingText));
  let window: ChildProcess | null = null;
  let isStarted = false;
  transport.onFatal((error) => {
    // A window that came up meanwhile says why there is no engine; one in which work was going on is told by the loss.
    if (isStarted || window === null) fail(error);
    else tell(error);
  });
  const started = transport.call('app.info', {});
  started.then(
    () => (isStarted = true),
    () => undefined,
  );

  // Loaded now: the engine takes longer to come up than anything else, and is at it meanwhile.
  const { HttpServer } = await import('./http-server.ts');
  const events = createEventStreams();
  engine.channel.onFrame((frame) => {
    if (frame.type === 'event') events.send(frame.name, frame.data);
  });
  const sessions = createSessions(codeLifeMs, Date.now);
  const http = new HttpServer({
    engine: transport,
    sessions,
    events,
    downloads: createDownloads(Date.now),
    builtFile: createBuiltPage(fileURLToPath(new URL('../renderer/', import.meta.url))),
    revealFile,
    uploadFolder: paths.temporary,
    log,
  });
  await new Promise<void>((resolve) => http.server.listen(0, '127.0.0.1', resolve));
  const newAddress = (): string => `${http.origin}/#code=${sessions.newCode()}`;

  async function quit(): Promise<void> {
    events.close();
    http.server.close();
    http.server.closeAllConnections();
    await engine.stop();
    process.exit();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void quit());

  // The page takes as long to come up as the engine does: they do it at the same time, and its first calls wait.
  if (values.browser && !values['no-open']) {
    console.log(`窗口：${values.browser}`);
    window = openAppWindow(values.browser, newAddress(), paths.root);
    quitWithWindow(window, events, () => void quit());
    return;
  }
  // The browser comes for it later than it is printed, and a newer code ends the older: both are given the same.
  const address = newAddress();
  // An address of nothing would only say that nobody is there; why there is none stands here instead.
  await started;
  if (!values['no-open'] && (await openDefaultBrowser(address))) console.log('已在默认浏览器中打开。');
  printAddresses(address, newAddress);
}

/** Prints an address, and another one whenever Enter is pressed. */
function printAddresses(address: string, newAddress: () => string): void {
  console.log(`淘客台地址（10 分钟内打开一次有效）：${address}`);
  console.log('按回车生成新的地址，按 Ctrl+C 退出。');
  createInterface({ input: process.stdin }).on('line', () => console.log(newAddress()));
}

/** Ends the app when its window is closed: the browser process is gone and no page has been connected for a while. */
function quitWithWindow(window: ChildProcess, events: ReturnType<typeof createEventStreams>, quit: () => void): void {
  let windowOpen = true;
  let timer: NodeJS.Timeout | undefined;
  const check = (): void => {
    clearTimeout(timer);
    if (!windowOpen && events.count() === 0) timer = setTimeout(quit, quitAfterLastPageMs);
  };
  window.on('exit', () => {
    windowOpen = false;
    check();
  });
  window.on('error', (error) => {
    console.error(`浏览器无法启动：${error.message}`);
    windowOpen = false;
    check();
  });
  events.onCount(check);
}

function tell(error: unknown): void {
  const data = error instanceof AppError ? error.toData() : null;
  const text = data ? fillMessage(errorMessages[data.code], data.params ?? {}, 'zh-CN') : String(error);
  console.error(`无法启动：${text}`);
  process.exitCode = 1;
}

function fail(error: unknown): void {
  tell(error);
  process.exit();
}

try {
  await main();
} catch (error) {
  fail(error);
}
