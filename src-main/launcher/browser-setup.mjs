import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowsers } from './find-browser.mjs';

function run(file, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(file, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

/**
 * Makes sure the end-to-end tests have a browser and, on Linux, Chinese and emoji fonts. Installs them with apt where
 * this process may do that (Debian, root); elsewhere says what to install.
 * @returns {boolean} whether a browser is there now
 */
export function ensureTestBrowser() {
  const needBrowser = findBrowsers().length === 0;
  const needFonts = process.platform === 'linux' && !hasChineseFont();
  if (!needBrowser && !needFonts) return true;
  if (canUseApt()) {
    console.error('正在安装浏览器与中文字体… Installing chromium and fonts …');
    const packages = ['fonts-noto-cjk', 'fonts-noto-color-emoji', ...(needBrowser ? ['chromium'] : [])];
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    if (!run('apt-get', ['update', '-qq']) || !run('apt-get', install)) console.error('apt-get 安装失败 (failed)');
  } else if (needBrowser) {
    console.error('端到端测试需要 Chrome、Edge 或 Chromium：请安装后重试，或用 TAOKE_BROWSER 指定路径。');
  }
  return findBrowsers().length > 0;
}
