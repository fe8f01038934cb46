import type { JobContext } from '#app/jobs/job-specs';
import type { BatchCounts, ImportStore, LinkDeriver, NewBatch, StagedRow } from '#app/ports/import-store';
import { AppError, type ErrorData } from '#contract/errors';

export interface MergeRowsDependencies {
  store: ImportStore;
  derive: LinkDeriver;
  toErrorData(error: unknown, where: string): ErrorData;
}

/** What an import is that no file stands behind. */
export type RowsBatch = Pick<NewBatch, 'origin' | 'fileName' | 'fileBytes' | 'container' | 'dataDate'>;

const noFile = { fileSha256: null, planJson: '{}', encoding: null, layout: null, headerRow: null, headers: [] };

/**
 * Makes rows part of the catalog as an import of their own, which can be undone. When that fails or is cancelled, the
 * catalog stays as it was and the import is listed as failed or cancelled.
 * @param alongside what is written in the same transaction: both or neither
 */
export async function mergeRows(
  { store, derive, toErrorData }: MergeRowsDependencies,
  batch: RowsBatch,
  rows: readonly StagedRow[],
  { jobId, breathe, progress }: Pick<JobContext, 'jobId' | 'breathe' | 'progress'>,
  alongside?: (batchId: number) => void,
): Promise<BatchCounts & { batchId: number }> {
  const batchId = await store.createBatch({ ...noFile, ...batch, jobId });
  try {
    await store.stage(batchId, rows);
    const counts = await store.merge(batchId, derive, {
      breathe,
      progress: (done, total) => progress(done, total, 'merging'),
      alongside: () => alongside?.(batchId),
    });
    return { ...counts, batchId };
  } catch (error) {
    const cancelled = error instanceof AppError && error.code === 'CANCELLED';
    const shown = cancelled ? null : toErrorData(error, `import of ${batch.origin} rows`);
    await store.discard(batchId, cancelled ? 'cancelled' : 'failed', shown);
    throw error;
  }
}
