import { mkdtempSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Notes the address of the window it is to open. */
const noteAddress = `#!/bin/sh
for argument; do
  case "$argument" in --app=*) printf '%s\\n' "\${argument#--app=}" >> "$(dirname "$0")/addresses" ;; esac
done
`;

/** A program to be started as the browser (it needs a POSIX shell), and the address it is started with. */
export function notingBrowser(parent: string): { program: string; address: Promise<string> } {
  const folder = mkdtempSync(join(parent, 'window-'));
  const program = join(folder, 'browser');
  const file = join(folder, 'addresses');
  writeFileSync(program, noteAddress, { mode: 0o700 });
  writeFileSync(file, '');
  const address = new Promise<string>((resolve) => {
    const watcher = watch(file, { persistent: false }, () => {
      const text = readFileSync(file, 'utf8');
      if (!text.endsWith('\n')) return;
      watcher.close();
      resolve(text.trim());
    });
  });
  return { program, address };
}
