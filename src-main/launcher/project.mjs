import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** better-sqlite3 13 is built for Node-API 10; an older Node crashes the whole process when it loads the addon. */
export const requiredNapi = 10;

/** @param {...string} parts path below the checkout */
export function inProject(...parts) {
  return join(root, ...parts);
}

/** @param {...string} parts path below node_modules */
export function inModules(...parts) {
  return join(root, 'node_modules', ...parts);
}

/** Node executables the lock file brings from npm, one package per platform. */
function bundledNodeCandidates() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${os}-${process.arch}`;
  return process.platform === 'win32' ? [inModules(name, 'bin', 'node.exe')] : [inModules(name, 'bin', 'node')];
}

/**
 * The Node that runs the app's own code: the bundled one, else the current one when it is new enough.
 * @returns {string | null} absolute path, or null when neither will do
 */
export function appNode() {
  const bundled = bundledNodeCandidates().find((path) => existsSync(path));
  if (bundled) return bundled;
  return Number(process.versions.napi) >= requiredNapi ? process.execPath : null;
}

/** Like {@link appNode}, but explains itself and ends the process when there is none. */
export function requireAppNode() {
  const path = appNode();
  if (path) return path;
  console.error(
    `当前 Node ${process.version} 太旧（Node-API ${process.versions.napi}，需要 ${requiredNapi} 以上），` +
      `而 npm 没有为 ${process.platform}-${process.arch} 提供自带的 Node 24。请安装 Node 24 后重试。\n` +
      `This Node is too old and npm has no bundled Node 24 for ${process.platform}-${process.arch}: install Node 24 and try again.`,
  );
  return process.exit(1);
}

/**
 * Environment for the app's own processes: Node keeps what it compiled beside the build, so that each start after the
 * first is shorter (about 150 ms of a host's start). glibc gives each thread a heap of its own that keeps what once lay
 * in it: two for all of them hold 30 MB less during an import. Other systems do not know this variable.
 */
export function appEnv() {
  return { NODE_COMPILE_CACHE: inProject('out', 'compiled'), MALLOC_ARENA_MAX: '2', ...process.env };
}
