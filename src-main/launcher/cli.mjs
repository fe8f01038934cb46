import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { appEnv, inProject, requireAppNode } from './project.mjs';
import { ensureInstalled } from './setup.mjs';

await ensureInstalled();
ensureBuilt();

// npm changes into the project folder; paths on the command line are meant from where the user stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
const child = spawn(requireAppNode(), [inProject('out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  cwd,
  env: appEnv(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
