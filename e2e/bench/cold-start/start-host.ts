import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { built } from '../../fixtures/project.ts';

/** How somebody gets to the page: in a window that the host opens, or by the address that it prints. */
export type Opening = 'window' | 'address';

export interface RunningHost {
  address: string;
  stop(): Promise<void>;
}

/** Stands for the browser the host starts: notes the address of the window. */
const noteAddress = `#!/bin/sh
for argument; do
  case "$argument" in --app=*) printf '%s\\n' "\${argument#--app=}" >> "$(dirname "$0")/addresses" ;; esac
done
`;

/** A browser for the host to start, and the address it is started with. */
function notingBrowser(folder: string): { program: string; address: Promise<string> } {
  const program = join(folder, 'browser');
  const file = join(folder, 'addresses');
  writeFileSync(program, noteAddress, { mode: 0o700 });
  writeFileSync(file, '');
  const address = new Promise<string>((resolve) => {
    const watcher = watch(file, () => {
      const text = readFileSync(file, 'utf8');
      if (!text.endsWith('\n')) return;
      watcher.close();
      resolve(text.trim());
    });
  });
  return { program, address };
}

function printedAddress(output: Readable): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
}

/** Starts the built browser host. @returns once it gives its page to the browser */
export async function startHost(dataDir: string, opening: Opening): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-window-'));
  const browser = opening === 'window' ? notingBrowser(folder) : null;
  const args = browser ? ['--browser', browser.program] : ['--no-open'];
  const child = spawn(process.execPath, [built('main', 'browser-host.js'), ...args, '--data-dir', dataDir], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
  });
  return {
    address: await Promise.race([browser?.address ?? printedAddress(child.stdout), ended]),
    async stop() {
      child.kill('SIGTERM');
      await ended.catch(() => undefined);
      rmSync(folder, { recursive: true });
    },
  };
}
