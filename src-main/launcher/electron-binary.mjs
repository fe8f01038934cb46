import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inModules, requireAppNode } from './project.mjs';
import { ensureInstalled } from './setup.mjs';

const attemptFile = inModules('.cache', 'electron-attempt.json');
const retryAfterMs = 24 * 3600_000;
const overallLimitMs = 240_000;
const connectLimitMs = 6_000;
const github = 'https://github.com/electron/electron/releases/download/';
const chinaMirror = 'https://npmmirror.com/mirrors/electron/';

function packageVersion() {
  return JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8')).version;
}

/**
 * Where Electron's executable is, without importing the `electron` package (that would start a download).
 * @returns {{ path: string, source: string } | null}
 */
export function electronBinary() {
  const chosen = process.env.ELECTRON_EXEC_PATH;
  if (chosen) return existsSync(chosen) ? { path: chosen, source: 'ELECTRON_EXEC_PATH' } : null;
  const pathFile = inModules('electron', 'path.txt');
  const relative = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const path = resolve(override, relative ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'));
    return existsSync(path) ? { path, source: 'ELECTRON_OVERRIDE_DIST_PATH' } : null;
  }
  if (!relative) return null;
  const path = inModules('electron', 'dist', relative);
  const versionFile = inModules('electron', 'dist', 'version');
  if (!existsSync(path) || !existsSync(versionFile)) return null;
  // A stale dist/ of another version is accepted by electron's own index.js; we do not accept it.
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== packageVersion()) return null;
  return { path, source: 'node_modules/electron' };
}

function mirrors() {
  const own = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const list = own ? [own, github, chinaMirror] : [github, chinaMirror];
  return list.map((url) => (url.endsWith('/') ? url : `${url}/`));
}

async function answers(url) {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(connectLimitMs) });
    return true;
  } catch {
    return false;
  }
}

function download(mirror, limitMs) {
  return new Promise((done) => {
    // electron's own install.js checks the archive against the checksums in its npm package: a mirror is only transport.
    const child = spawn(requireAppNode(), [inModules('electron', 'install.js')], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ELECTRON_MIRROR: mirror, npm_config_electron_mirror: mirror },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code === 0 && electronBinary() !== null);
    });
    child.on('error', () => {
      clearTimeout(timer);
      done(false);
    });
  });
}

/** The last failed attempt, while it is recent enough that trying again would only make the user wait. */
export function recentFailure() {
  try {
    const attempt = JSON.parse(readFileSync(attemptFile, 'utf8'));
    return Date.now() - attempt.at < retryAfterMs ? attempt : null;
  } catch {
    return null;
  }
}

/**
 * Fetches the Electron binary: the user's mirror, then GitHub, then a public mirror in China, within one time limit.
 * @param {(line: string) => void} say progress, one line each
 * @returns {Promise<boolean>} whether the binary is there now
 */
export async function fetchElectron(say) {
  const deadline = Date.now() + overallLimitMs;
  const tried = [];
  for (const mirror of mirrors()) {
    const left = deadline - Date.now();
    if (left <= 0) break;
    tried.push(mirror);
    if (!(await answers(mirror))) {
      say(`  ${mirror} 无法连接 (no answer)`);
      continue;
    }
    say(`  从 ${mirror} 下载 Electron … (downloading)`);
    if (await download(mirror, left)) {
      rmSync(attemptFile, { force: true });
      return true;
    }
  }
  mkdirSync(dirname(attemptFile), { recursive: true });
  writeFileSync(attemptFile, JSON.stringify({ at: Date.now(), tried }));
  return false;
}

const manualHelp = `可选做法 (options):
  1. 设置镜像后重试：ELECTRON_MIRROR=${chinaMirror} npm run electron:install
  2. 通过代理下载：ELECTRON_GET_USE_PROXY=1 HTTPS_PROXY=http://127.0.0.1:7890 npm run electron:install
  3. 自行下载解压后：ELECTRON_OVERRIDE_DIST_PATH=解压目录 npm start
没有 Electron 也能用：npm start 会改用浏览器窗口。(Without it npm start opens the app in a browser window.)`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  const present = electronBinary();
  if (present) console.log(`Electron 已就绪：${join(present.path)}`);
  else if (await fetchElectron((line) => console.log(line))) console.log('Electron 已安装。');
  else {
    console.log(`Electron 未能安装。\n${manualHelp}`);
    process.exitCode = 1;
  }
}
