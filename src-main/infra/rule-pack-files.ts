import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the rule packs that come with the program. Their content is checked by whoever uses it, like any other pack. */
export function readBuiltInPacks(resourcesDir: string, kind: 'openability' | 'compliance' | 'probes'): unknown[] {
  const folder = join(resourcesDir, 'rulepacks', kind);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.startsWith('schema'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);
}
