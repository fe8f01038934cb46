import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { built } from '../fixtures/project.ts';

export interface CliRun {
  status: number | null;
  stdout: string;
  stderr: string;
  /** stdout as the one JSON document it has to be. */
  json<Shape>(): Shape;
}

const asRun = (status: number | null, stdout: string, stderr: string): CliRun => ({
  status,
  stdout,
  stderr,
  json: <Shape>() => JSON.parse(stdout) as Shape,
});

/** No folder: what the machine's own user keeps is none of the tests' business. */
const withoutData = (): NodeJS.ProcessEnv => ({
  ...process.env,
  TAOKE_DATA_DIR: join(tmpdir(), 'taoke-no-such-folder'),
});

/** Runs the built command line as a user does. */
export function runCli(args: readonly string[], input?: string): CliRun {
  const child = spawnSync(process.execPath, [built('main', 'cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: withoutData(),
    ...(input === undefined ? {} : { input }),
  });
  return asRun(child.status, child.stdout, child.stderr);
}

/** Runs it for somebody who reads the beginning of its output and no more, as `head` does. */
export async function runCliForHead(args: readonly string[]): Promise<{ status: number | null; stderr: string }> {
  const child = spawn(process.execPath, [built('main', 'cli.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('readable', () => child.stdout.destroy());
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { status: child.exitCode, stderr };
}

/** The same while this process goes on, for commands that talk to something it plays. */
export async function startCli(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv },
): Promise<CliRun> {
  const child = spawn(process.execPath, [built('main', 'cli.js'), ...args], { env: { ...withoutData(), ...env } });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return asRun(child.exitCode, stdout, stderr);
}
