import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A name in a folder that is not taken: `name.csv`, `name (2).csv` … */
export function freePath(folder: string, name: string, ending: string): string {
  for (let count = 1; ; count++) {
    const path = join(folder, `${name}${count === 1 ? '' : ` (${count})`}${ending}`);
    if (!existsSync(path)) return path;
  }
}
