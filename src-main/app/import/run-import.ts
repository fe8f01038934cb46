import type { JobContext } from '#app/jobs/job-specs';
import type { ImportStore, LinkDeriver, RejectedRow, StagedRow } from '#app/ports/import-store';
import { AppError, type ErrorData } from '#contract/errors';
import type { ImportFileResult } from '#contract/import';
import type { RowIssue } from '#domain/catalog/imported-row';
import type { FileInspection, InspectOptions, SpreadsheetFiles } from '#domain/import/file-inspection';
import type { MappingFile } from '#domain/import/mapping-file';
import { compileRowParser, type RowParser, withoutCutCells } from '#domain/import/row-parser';
import type { ColumnMapping } from '#domain/import/target-fields';
import { dataDateOf, mappingFor, planFingerprint, rowPlan } from './reading-plan.ts';

/** Rows written to staging in one transaction: below about 5,000 the transactions themselves dominate. */
const rowsPerTransaction = 5_000;

/** Rows wait in memory until they are written, and rows of a hostile file hold a megabyte each. */
const charactersPerTransaction = 8_000_000;

export interface ImportSource {
  path: string;
  /** The name the user knows the file by. */
  name: string;
  choices: Omit<InspectOptions, 'signal'>;
  mapping: MappingFile | null;
  origin: 'file' | 'demo';
}

export interface ImportDependencies {
  files: SpreadsheetFiles;
  store: ImportStore;
  derive: LinkDeriver;
  /** SHA-256 of a file, hex. */
  hashFile(path: string, signal: AbortSignal): Promise<string>;
  /** Mapping saved for these headers, if any. */
  savedMapping(signature: string): MappingFile | null;
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
  let entries: (string | undefined)[] = [source.choices.entry];
  const results: ImportFileResult[] = [];
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    const choices = { ...source.choices, ...(entry === undefined ? {} : { entry }) };
    const file = entry === undefined ? source.name : `${source.name}/${entry}`;
    try {
      const inspection = await deps.files.inspectFile(source.path, { ...choices, signal: context.signal });
      if (entry === undefined && inspection.entries.length > 0) entries = inspection.entries;
      const name = inspection.entry === null ? source.name : `${source.name}/${inspection.entry}`;
      results.push(await importTable(deps, { ...source, name }, inspection, context));
    } catch (error) {
      if (isCancelled(error)) throw error;
      const shown = deps.toErrorData(error, `import of ${file}`);
      results.push({ file, batchId: null, format: null, ...noCounts, knownFile: false, error: shown });
    }
  }
  return results;
}

const isCancelled = (error: unknown): boolean => error instanceof AppError && error.code === 'CANCELLED';

async function importTable(
  deps: ImportDependencies,
  source: ImportSource,
  inspection: FileInspection,
  context: JobContext,
): Promise<ImportFileResult> {
  const mapping = mappingFor(inspection, source.mapping ?? deps.savedMapping(inspection.signature));
  const planJson = planFingerprint(inspection, mapping, deps.today);
  context.progress(0, null, 'hashing');
  const sha256 = await deps.hashFile(source.path, context.signal);
  const format = {
    container: inspection.container,
    encoding: inspection.encoding,
    layout: inspection.layout?.id ?? null,
    headerRow: inspection.headerRow,
  };
  const batchId = await deps.store.createBatch({
    jobId: context.jobId,
    origin: source.origin,
    fileName: source.name,
    fileSha256: sha256,
    fileBytes: inspection.bytes,
    planJson,
    ...format,
    headers: inspection.headers,
    dataDate: dataDateOf(source.name, deps.today),
  });
  try {
    const known = deps.store.findSameRows(sha256, planJson);
    if (known === null) await stageRows(deps, source, inspection, mapping, { batchId, context });
    else await deps.store.shareRows(batchId, known);
    const counts = await deps.store.merge(batchId, deps.derive, {
      breathe: context.breathe,
      progress: (done, total) => context.progress(done, total, 'merging'),
    });
    const issues = deps.store.countIssues(batchId);
    return { file: source.name, batchId, format, ...counts, issues, knownFile: known !== null, error: null };
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

interface Staging {
  batchId: number;
  context: JobContext;
}

async function stageRows(
  deps: ImportDependencies,
  source: ImportSource,
  inspection: FileInspection,
  mapping: ColumnMapping,
  { batchId, context }: Staging,
): Promise<void> {
  const parse = compileRowParser(rowPlan(inspection, mapping, deps.today));
  let pending = emptyChunk();
  let read = 0;
  for await (const chunk of deps.files.readRows(source.path, inspection.plan, context.signal)) {
    read += chunk.length;
    for (const row of chunk) sortRow(pending, row, parse);
    if (pending.size >= rowsPerTransaction || pending.characters >= charactersPerTransaction) {
      await deps.store.stage(batchId, pending.rows, pending.issues, pending.rejects);
      pending = emptyChunk();
    }
    context.progress(read, null, 'reading');
    await context.breathe();
  }
  await deps.store.stage(batchId, pending.rows, pending.issues, pending.rejects);
}

interface Chunk {
  size: number;
  characters: number;
  rows: StagedRow[];
  issues: RowIssue[];
  rejects: RejectedRow[];
}

const emptyChunk = (): Chunk => ({ size: 0, characters: 0, rows: [], issues: [], rejects: [] });

/** Every row ends up in exactly one place: imported, rejected with its cells kept, or skipped with a remark. */
function sortRow(chunk: Chunk, raw: Parameters<RowParser>[0], parse: RowParser): void {
  const { line, product, links, issues, extra } = parse(raw);
  chunk.size += 1;
  for (const cell of raw.cells) chunk.characters += cell.length;
  for (const issue of issues) chunk.issues.push(issue);
  if (product) chunk.rows.push({ line, product, links, extra });
  else if (issues.some((issue) => issue.effect === 'rejected'))
    chunk.rejects.push({ line, cells: withoutCutCells(raw).cells });
}
