import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { appEnv, inProject, requireAppNode, root } from './project.mjs';
import { ensureInstalled } from './setup.mjs';

/** Runs a TypeScript script of the project under the app's own Node (types are stripped, not checked). */
const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('usage: run-script.mjs <file.ts> [arguments]');
  process.exit(2);
}
await ensureInstalled();
ensureBuilt();
const result = spawnSync(requireAppNode(), ['--expose-gc', inProject(script), ...args], {
  cwd: root,
  env: appEnv(),
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;
