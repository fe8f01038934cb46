import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { electronBinary, fetchElectron, recentFailure } from './electron-binary.mjs';
import { findBrowsers, hasDisplay } from './find-browser.mjs';
import { appEnv, inProject, requireAppNode, root } from './project.mjs';
import { ensureInstalled } from './setup.mjs';

const { values } = parseArgs({
  options: { host: { type: 'string' }, 'data-dir': { type: 'string' }, 'no-open': { type: 'boolean' } },
});
if (values.host && !['electron', 'browser'].includes(values.host)) {
  console.error('--host 只能是 electron 或 browser');
  process.exit(2);
}

/** @returns {Promise<{ host: 'electron' | 'browser', why: string }>} */
async function chooseHost() {
  if (values.host === 'browser') return { host: 'browser', why: '按 --host=browser 指定' };
  const forced = values.host === 'electron';
  if (!hasDisplay() && !forced) return { host: 'browser', why: '没有图形界面 (no display)，Electron 无法显示窗口' };
  const present = electronBinary();
  if (present) return { host: 'electron', why: `已找到 Electron（${present.source}）` };
  const failure = recentFailure();
  if (failure && !forced) {
    return { host: 'browser', why: '24 小时内下载 Electron 失败过，未再尝试（npm run electron:install 可重试）' };
  }
  console.log('未找到 Electron，尝试下载…');
  if (await fetchElectron((line) => console.log(line))) return { host: 'electron', why: 'Electron 刚刚下载完成' };
  if (forced) {
    console.error('指定了 --host=electron，但 Electron 无法下载。运行 npm run electron:install 查看其他办法。');
    process.exit(1);
  }
  return { host: 'browser', why: 'Electron 无法下载，改用浏览器窗口' };
}

function launch(file, args) {
  const child = spawn(file, args, { cwd: root, env: appEnv(), stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 0 : 1);
  });
}

await ensureInstalled();
ensureBuilt();
const { host, why } = await chooseHost();
console.log(`启动方式：${host === 'electron' ? 'Electron 桌面窗口' : '浏览器窗口'} —— ${why}`);
console.log(`Host: ${host}`);

const dataDir = values['data-dir'] ? ['--data-dir', values['data-dir']] : [];
if (host === 'electron') {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  launch(electronBinary().path, [...(asRoot ? ['--no-sandbox'] : []), root, ...dataDir]);
} else {
  const browser =
    values['no-open'] || !hasDisplay()
      ? []
      : findBrowsers()
          .slice(0, 1)
          .flatMap((path) => ['--browser', path]);
  const open = values['no-open'] || !hasDisplay() ? ['--no-open'] : [];
  launch(requireAppNode(), [inProject('out', 'main', 'browser-host.js'), ...browser, ...open, ...dataDir]);
}
