import type { WebContents } from 'electron';

/** A page that ends again sooner than this would do so for ever. */
const lastsMs = 60_000;

interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  logBug(error: unknown, where: string): string;
}

/** Loads the page again after its process died: the window would stay blank, with the engine and its jobs still alive. */
export function reloadCrashedPage(contents: WebContents, { now, logBug }: Surroundings): void {
  let reloadedAt = -Infinity;
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logBug(new Error(`the page's process ended: ${reason}, ${exitCode}`), 'page');
    if (now() - reloadedAt < lastsMs) return;
    reloadedAt = now();
    contents.reload();
  });
}
