import { spawn } from 'node:child_process';

/** One argument of Windows' Explorer, which reads its command line itself: spaces, commas and equals signs end a field. */
export const quotedForExplorer = (text: string): string => `"${text}"`;

/**
 * Starts a program that outlives us. No shell: arguments reach it as they are, on Windows as text of the command line.
 * @returns whether it could be started
 */
export function startProgram(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
