import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inModules, inProject, requireAppNode, root } from './project.mjs';
import { ensureInstalled } from './setup.mjs';

const stampFile = inProject('out', '.build-stamp');
const inputs = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'src-main',
  'src-renderer',
  'resources',
];

function* files(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    if (!path.includes('.test.')) yield `${path} ${stat.size} ${stat.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function currentStamp() {
  const hash = createHash('sha256');
  for (const input of inputs) for (const line of files(inProject(input))) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/** Builds main, preload and renderer when a source is newer than the last build. Ends the process when it fails. */
export function ensureBuilt() {
  const stamp = currentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.error('正在构建… Building …');
  const cli = inModules('electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(requireAppNode(), [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    console.error('构建失败，详情见上。The build failed; see above.');
    process.exit(1);
  }
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  ensureBuilt();
}
