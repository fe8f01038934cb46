import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { appNode, inModules, inProject, root } from './project.mjs';

const stampFile = inModules('.setup-stamp');
const lockFile = inProject('.setup-lock');
const waitForOtherMs = 10 * 60_000;

function expectedStamp() {
  const hash = createHash('sha256');
  hash.update(readFileSync(inProject('package-lock.json')));
  hash.update(`${process.platform} ${process.arch}`);
  return hash.digest('hex');
}

function isInstalled() {
  if (!existsSync(stampFile) || !existsSync(inModules('better-sqlite3'))) return false;
  return readFileSync(stampFile, 'utf8') === expectedStamp();
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes the set-up lock, waiting for another set-up that is still running; the lock of a dead process is taken over. */
async function takeLock() {
  const deadline = Date.now() + waitForOtherMs;
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(lockFile, 'utf8')) || 0;
    if (!holder || !isAlive(holder)) rmSync(lockFile, { force: true });
    else if (Date.now() > deadline) throw new Error(`set-up is held by process ${holder}`);
    else await sleep(500);
  }
}

function npmCommand() {
  const npmCli = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  if (npmCli && /\.c?js$/.test(npmCli)) return { file: node, args: [npmCli], shell: false };
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}

function runNpm() {
  // npm ci deletes node_modules first; on Windows a running bundled node.exe would make that fail with EPERM.
  const verb = process.platform === 'win32' && existsSync(inModules()) ? 'install' : 'ci';
  const npm = npmCommand();
  const args = [
    ...npm.args,
    verb,
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  // stdout belongs to the command that asked for the set-up (the CLI prints JSON there).
  return spawnSync(npm.file, args, { cwd: root, stdio: ['ignore', 2, 2], shell: npm.shell }).status === 0;
}

/**
 * Installs the locked dependencies when they are missing or belong to another lock file.
 * Nothing in the tree needs an install script, so none is run. Ends the process with a sentence when npm fails.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await takeLock();
  try {
    if (isInstalled()) return;
    console.error('正在安装依赖（首次约 1 分钟）… Installing dependencies …');
    if (!runNpm()) {
      console.error(
        '依赖安装失败。请检查网络或 npm 镜像设置（npm config get registry），然后重新运行同一条命令。\n' +
          'Installing dependencies failed: check the network or the npm registry setting, then run the same command again.',
      );
      process.exit(1);
    }
    mkdirSync(inModules(), { recursive: true });
    writeFileSync(stampFile, expectedStamp());
  } finally {
    rmSync(lockFile, { force: true });
  }
  if (!appNode()) console.error(`提示：npm 没有为 ${process.platform}-${process.arch} 提供 Node 24，将使用系统 Node。`);
}
