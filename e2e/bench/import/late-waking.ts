import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const sleepMs = 5;

/**
 * Starts a process that does nothing but sleep, and measures by how many milliseconds the machine wakes it too late.
 * What it is ever kept waiting, everybody else is as well: no program answers sooner. The result ends it, and gives the
 * longest wait.
 */
export function watchWaking(): () => Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'sleep'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = text(child.stdout);
  return async () => {
    child.stdin.end();
    return Number(await said);
  };
}

function sleepUntilTold(): void {
  let latest = 0;
  // From the first waking on: starting up is no sleep.
  let from: number | null = null;
  const timer = setInterval(() => {
    const now = performance.now();
    if (from !== null) latest = Math.max(latest, now - from - sleepMs);
    from = now;
  }, sleepMs);
  process.stdin.on('end', () => {
    clearInterval(timer);
    console.log(latest);
  });
  process.stdin.resume();
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'sleep') sleepUntilTold();
