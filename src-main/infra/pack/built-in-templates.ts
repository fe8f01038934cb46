import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CopyTemplate, readTemplateFile } from '#domain/campaigns/templates/template-file';

/** The templates shipped in `resources/templates`, in order of file name. A file that cannot be read is a bug. */
export function loadBuiltInTemplates(resourcesFolder: string): CopyTemplate[] {
  const folder = join(resourcesFolder, 'templates');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => {
      const read = readTemplateFile(readFileSync(join(folder, name), 'utf8'));
      if (!read.ok) throw new Error(`built-in template file ${name}: ${read.detail}`);
      return read.templates;
    });
}
