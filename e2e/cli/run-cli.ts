import { spawnSync } from 'node:child_process';
import { built } from '../fixtures/project.ts';

export interface CliRun {
  status: number | null;
  stdout: string;
  stderr: string;
  /** stdout as the one JSON document it has to be. */
  json<Shape>(): Shape;
}

/** Runs the built command line as a user does. */
export function runCli(args: readonly string[], input?: string): CliRun {
  const child = spawnSync(process.execPath, [built('main', 'cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  return {
    status: child.status,
    stdout: child.stdout,
    stderr: child.stderr,
    json: <Shape>() => JSON.parse(child.stdout) as Shape,
  };
}
