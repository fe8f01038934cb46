import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompliancePack } from '#domain/compliance/packs/pack-types';

const root = fileURLToPath(new URL('../../resources/rulepacks/compliance/', import.meta.url));

/** Reads every shipped compliance pack, in a fixed order. */
export function readShippedPacks(): CompliancePack[] {
  return ['tables', 'words', 'grammar', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(root, folder, name), 'utf8')) as CompliancePack),
  );
}
