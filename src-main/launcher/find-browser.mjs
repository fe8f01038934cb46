import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
  'brave-browser',
];

function windowsPaths() {
  const bases = [process.env['ProgramFiles(x86)'], process.env.ProgramFiles, process.env.LOCALAPPDATA];
  const tails = [
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ];
  return tails.flatMap((tail) => bases.filter(Boolean).map((base) => join(base, ...tail)));
}

function macPaths() {
  const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
  const bases = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
  return apps.flatMap((app) => bases.map((base) => join(base, `${app}.app`, 'Contents', 'MacOS', app)));
}

function linuxPaths() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Chromium-family browsers found on this machine, best first. `TAOKE_BROWSER` names one explicitly.
 * Looks at fixed places and PATH only; starts nothing.
 * @returns {string[]} absolute paths
 */
export function findBrowsers() {
  const chosen = process.env.TAOKE_BROWSER;
  if (chosen) return existsSync(chosen) ? [chosen] : [];
  const candidates =
    process.platform === 'win32' ? windowsPaths() : process.platform === 'darwin' ? macPaths() : linuxPaths();
  return [...new Set(candidates.filter((path) => existsSync(path) && isExecutable(path)))];
}

/** Whether a window can be shown at all: on Linux a display server must be there. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
