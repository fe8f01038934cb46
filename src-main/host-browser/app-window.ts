import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { quotedForExplorer, startProgram } from './start-program.ts';

/** Chromium refuses to run its sandbox as root; nobody but a container does that, and it is said out loud. */
function rootFlags(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  process.stderr.write('以 root 身份运行：浏览器窗口不带沙箱。Running as root: the browser window has no sandbox.\n');
  return ['--no-sandbox', '--test-type'];
}

/**
 * Opens the app in a window of its own (no address bar) with its own profile, so that it never joins a browser the user
 * has open and ends when its window closes.
 */
export function openAppWindow(browser: string, url: string, dataDir: string): ChildProcess {
  const args = [
    `--app=${url}`,
    `--user-data-dir=${join(dataDir, 'browser-profile')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-sync',
    '--window-size=1280,860',
    ...rootFlags(),
  ];
  return spawn(browser, args, { stdio: 'ignore', env: { ...process.env, LANGUAGE: 'zh_CN' } });
}

/** The command that opens an address in whatever the system calls the default browser. */
export function defaultBrowserCommand(url: string, platform: NodeJS.Platform): [string, string[]] {
  if (platform === 'win32') return ['explorer.exe', [quotedForExplorer(url)]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [url]];
}

/** Opens the address in the default browser. @returns whether something could be started */
export const openDefaultBrowser = (url: string): Promise<boolean> =>
  startProgram(...defaultBrowserCommand(url, process.platform));
