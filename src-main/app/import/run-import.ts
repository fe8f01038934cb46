import type { JobContext } from '#app/jobs/job-specs';
import type { ImportStore, LinkDeriver } from '#app/ports/import-store';
import type { ReadingTask, ReadRows } from '#app/ports/read-rows';
import { AppError, type ErrorData, withFileName } from '#contract/errors';
import type { ImportFileResult, ImportRemark } from '#contract/import';
import type { FileInspection, InspectOptions, SpreadsheetFiles } from '#domain/import/file-inspection';
import type { MappingFile } from '#domain/import/mapping-file';
import { dataDateOf, mappingFor, planFingerprint, rowPlan } from './reading-plan.ts';

export interface ImportSource {
  path: string;
  /** The name the user knows the file by. */
  name: string;
  choices: Omit<InspectOptions, 'signal'>;
  mapping: MappingFile | null;
  /** The mapping is remembered for later files with the same headers, once it is known to fit. */
  keepMapping: boolean;
  origin: 'file' | 'demo';
}

export interface ImportDependencies {
  files: Pick<SpreadsheetFiles, 'inspectFile'>;
  readRows: ReadRows;
  store: ImportStore;
  derive: LinkDeriver;
  /** SHA-256 of a file, hex. */
  hashFile(path: string, signal: AbortSignal): Promise<string>;
  /** Mapping saved for these headers, if any. */
  savedMapping(signature: string): MappingFile | null;
  keepMapping(signature: string, headers: readonly string[], mapping: MappingFile): Promise<void>;
  today: string;
  toErrorData(error: unknown, where: string): ErrorData;
}

const noCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, issues: 0 };

/** Imports one file, every table of an archive as a batch of its own. What cannot be read is a result, not an exception. */
export async function importSource(
  deps: ImportDependencies,
  source: ImportSource,
  context: JobContext,
): Promise<ImportFileResult[]> {
  const inspect = (choices: ImportSource['choices']) =>
    deps.files.inspectFile(source.path, { ...choices, signal: context.signal });
  const nameOf = (entry: string | null | undefined) => (entry ? `${source.name}/${entry}` : source.name);
  let found: FileInspection;
  try {
    found = await inspect(source.choices);
  } catch (error) {
    return [unreadable(deps, nameOf(source.choices.entry), error)];
  }
  const isWhole = source.choices.entry === undefined && found.entries.length > 0;
  const results: ImportFileResult[] = [];
  for (const entry of isWhole ? found.entries : [found.entry]) {
    const name = nameOf(entry);
    try {
      const inspection = entry === null || entry === found.entry ? found : await inspect({ ...source.choices, entry });
      results.push(await importTable(deps, { ...source, name }, inspection, context));
    } catch (error) {
      results.push(unreadable(deps, name, error));
    }
  }
  return results;
}

/** What came of a file or member that could not be imported. Being cancelled is no such result. */
function unreadable({ toErrorData }: ImportDependencies, file: string, error: unknown): ImportFileResult {
  if (isCancelled(error)) throw error;
  const shown = toErrorData(withFileName(error, file), `import of ${file}`);
  return { file, batchId: null, format: null, ...noCounts, knownFile: false, remarks: [], error: shown };
}

const isCancelled = (error: unknown): boolean => error instanceof AppError && error.code === 'CANCELLED';

async function importTable(
  deps: ImportDependencies,
  source: ImportSource,
  inspection: FileInspection,
  context: JobContext,
): Promise<ImportFileResult> {
  const mapping = mappingFor(inspection, source.mapping ?? deps.savedMapping(inspection.signature));
  if (source.keepMapping && source.mapping) {
    await deps.keepMapping(inspection.signature, inspection.headers, source.mapping);
  }
  const planJson = planFingerprint(inspection, mapping, deps.today);
  context.progress(0, null, 'hashing');
  const sha256 = await deps.hashFile(source.path, context.signal);
  const format = {
    container: inspection.container,
    encoding: inspection.encoding,
    layout: inspection.layout?.id ?? null,
    headerRow: inspection.headerRow,
  };
  const dataDate = dataDateOf(source.name, deps.today);
  const batchId = await deps.store.createBatch({
    jobId: context.jobId,
    origin: source.origin,
    fileName: source.name,
    fileSha256: sha256,
    fileBytes: inspection.bytes,
    planJson,
    ...format,
    headers: inspection.headers,
    dataDate,
  });
  try {
    const known = deps.store.findSameRows(sha256, planJson);
    const plans = { plan: inspection.plan, rowPlan: rowPlan(inspection, mapping, deps.today) };
    if (known === null) await stageRows(deps, { batchId, path: source.path, ...plans }, context);
    else await deps.store.shareRows(batchId, known);
    const counts = await deps.store.merge(batchId, deps.derive, {
      breathe: context.breathe,
      progress: (done, total) => context.progress(done, total, 'merging'),
    });
    const issues = deps.store.countIssues(batchId);
    const remarks: ImportRemark[] = inspection.problems.map(({ code, params }) => ({ code, params: { ...params } }));
    // Of the same file again it goes without saying.
    const mayBeOutdated = known === null && dataDate < deps.today && counts.unchanged > 0;
    if (mayBeOutdated) remarks.push({ code: 'older-data', params: { day: dataDate } });
    return { file: source.name, batchId, format, ...counts, issues, knownFile: known !== null, remarks, error: null };
  } catch (error) {
    const cancelled = isCancelled(error);
    await deps.store.discard(
      batchId,
      cancelled ? 'cancelled' : 'failed',
      cancelled ? null : deps.toErrorData(error, 'import'),
    );
    throw error;
  }
}

async function stageRows(
  { readRows, store }: ImportDependencies,
  task: ReadingTask,
  { signal, progress, breathe }: JobContext,
): Promise<void> {
  let read = 0;
  await store.stageBlocks(task.batchId, readRows(task, signal), async (block) => {
    read += block.read;
    progress(read, null, 'reading');
    await breathe();
  });
}
