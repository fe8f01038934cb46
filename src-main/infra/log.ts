import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const rotateAtBytes = 2_000_000;

export interface Log {
  info(message: string, detail?: Record<string, unknown>): void;
  /** @returns the id under which the stack is found in the log file */
  bug(error: unknown, where: string): string;
}

/** Values by these names are keys, whoever wrote them into a message. */
const secretValue =
  /\b(\w*secret|app[-_]?key|pass(?:phrase|word)|sign|session)(\\?["']?\s*[:=]\s*)(?:(\\?")[^"\\]*|[^\s"'\\,&;)}\]]+)/gi;

/**
 * Queries of links carry pids and session values; what reaches the log keeps only where they pointed. Keys should not get
 * here at all; if one does, its value is left out.
 */
function redact(text: string): string {
  return text.replace(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/g, '$1?…').replace(secretValue, '$1$2$3…');
}

/** Appends JSON lines to `<logs>/app.log`, keeping one older file. A log that cannot be written never stops the app. */
export function createLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'app.log');

  function write(entry: Record<string, unknown>): void {
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > rotateAtBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${redact(JSON.stringify({ at: now().toISOString(), ...entry }))}\n`);
    } catch (error) {
      process.stderr.write(`log: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }

  return {
    info: (message, detail) => write({ level: 'info', message, ...detail }),
    bug: (error, where) => {
      const id = randomUUID().slice(0, 8);
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      write({ level: 'bug', id, where, stack });
      return id;
    },
  };
}
