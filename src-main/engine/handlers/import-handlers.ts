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

  /** Where a chosen file is and how it is to be read. */
  function toSource({ ref, mapping, saveMapping, ...choices }: ImportFileChoice): ImportSource {
    const { path, name } = files.resolve(ref, 'read');
    return {
      path,
      name,
      choices: dropUndefined(choices),
      mapping: mapping && readMappingFile(mapping),
      keepMapping: saveMapping,
      origin: 'file',
    };
  }

  return {
    'import.preview': async ({ ref, mapping, ...choices }, { signal }) => {
      const { path, name } = files.resolve(ref, 'read');
      const inspection = await inspect(path, name, { ...dropUndefined(choices), signal });
      const given = mapping && readMappingFile(mapping);
      return { ...previewImport(inspection, given, mappings.bySignature(inspection.signature)), file: name };
    },
    'import.start': ({ files: chosen }) => {
      const sources = chosen.map(toSource);
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
      const source: ImportSource = { path, name, choices: {}, mapping: null, keepMapping: false, origin: 'demo' };
      return jobs.start('import', name, { sources: [source] });
    },
  };
}
