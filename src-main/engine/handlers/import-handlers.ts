import { previewImport } from '#app/import/preview-import';
import { readMappingFile } from '#app/import/reading-plan';
import type { ImportSource } from '#app/import/run-import';
import { withFileName } from '#contract/errors';
import type { ImportFileChoice } from '#contract/import';
import type { FileInspection, InspectOptions } from '#domain/import/file-inspection';
import { dropUndefined } from '#domain/shared/drop-undefined';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { writeDemoFile } from '#infra/files/demo-file';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type ImportMethods = 'import.preview' | 'import.start' | 'import.demo';

/** Choosing files and importing them. */
export function importHandlers(engine: Engine): Pick<Handlers, ImportMethods> {
  const { files, jobs, mappings, spreadsheets } = engine;

  async function inspect(path: string, name: string, options: InspectOptions): Promise<FileInspection> {
    try {
      return await spreadsheets.inspectFile(path, options);
    } catch (error) {
      throw withFileName(error, name);
    }
  }

  /** Where a chosen file is and how it is to be read; a mapping to keep is saved for the next file with these headers. */
  async function toSource({ ref, mapping, saveMapping, ...choices }: ImportFileChoice): Promise<ImportSource> {
    const { path, name } = files.resolve(ref, 'read');
    const source = {
      path,
      name,
      choices: dropUndefined(choices),
      mapping: mapping && readMappingFile(mapping),
      origin: 'file' as const,
    };
    if (saveMapping && source.mapping) {
      const { signature, headers } = await inspect(path, name, source.choices);
      await mappings.save(signature, headers, source.mapping);
    }
    return source;
  }

  return {
    'import.preview': async ({ ref, mapping, ...choices }, { signal }) => {
      const { path, name } = files.resolve(ref, 'read');
      const inspection = await inspect(path, name, { ...dropUndefined(choices), signal });
      const given = mapping && readMappingFile(mapping);
      return { ...previewImport(inspection, given, mappings.bySignature(inspection.signature)), file: name };
    },
    'import.start': async ({ files: chosen }) => {
      const sources: ImportSource[] = [];
      for (const choice of chosen) sources.push(await toSource(choice));
      const label =
        sources.length === 1 ? (sources[0]?.name ?? '') : `${sources[0]?.name ?? ''} +${sources.length - 1}`;
      return jobs.start('import', label, { sources });
    },
    'import.demo': () => {
      const { path, name } = writeDemoFile(
        engine.options.resourcesDir,
        engine.paths.temporary,
        shanghaiDay(engine.now()),
      );
      const source: ImportSource = { path, name, choices: {}, mapping: null, origin: 'demo' };
      return jobs.start('import', name, { sources: [source] });
    },
  };
}
