import type { JobContext } from '#app/jobs/job-specs';
import { AppError } from '#contract/errors';
import type { ImportFileResult, ImportJobResult } from '#contract/import';
import { type ImportDependencies, type ImportSource, importSource } from './run-import.ts';

/** What the job needs beside {@link ImportDependencies}; plain data, stored with the job. */
export interface ImportJobParams {
  sources: ImportSource[];
}

/**
 * Imports files one after the other. Each is all or nothing; cancelling keeps the files that are already in and says
 * which one was stopped.
 */
export async function runImportJob(
  deps: ImportDependencies & { catalogSize(): ImportJobResult['catalog'] },
  { sources }: ImportJobParams,
  context: JobContext,
): Promise<ImportJobResult> {
  const files: ImportFileResult[] = [];
  for (const source of sources) {
    try {
      files.push(...(await importSource(deps, source, context)));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CANCELLED' || files.length === 0) throw error;
      files.push({ ...stopped, file: source.name, error: error.toData() });
      break;
    }
  }
  return { files, catalog: deps.catalogSize() };
}

const stopped = {
  batchId: null,
  format: null,
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  issues: 0,
  knownFile: false,
  remarks: [],
};
