import type { JobContext } from '#app/jobs/job-specs';
import type { TopRunDependencies } from './run-top.ts';

type Dependencies = Pick<TopRunDependencies, 'store' | 'imports' | 'derive' | 'batchName' | 'today'>;

/** Makes what a run gained part of the catalog, as an import of its own that can be undone. Cancelling comes too late for it. */
export async function mergeGained(
  { store, imports, derive, batchName, today }: Dependencies,
  runId: number,
  { jobId, progress }: Pick<JobContext, 'jobId' | 'progress'>,
): Promise<void> {
  const gained = store.gained(runId);
  if (gained.length === 0) return;
  progress(0, gained.length, 'merging');
  const batchId = await imports.createBatch({
    jobId,
    origin: 'top',
    fileName: batchName,
    fileSha256: null,
    fileBytes: 0,
    planJson: '{}',
    container: 'top',
    encoding: null,
    layout: null,
    headerRow: null,
    headers: [],
    dataDate: today,
  });
  await imports.stage(
    batchId,
    gained.map(({ position, row }) => ({ line: position + 1, ...row, extra: {} })),
    [],
    [],
  );
  await imports.merge(batchId, derive, {
    breathe: () => Promise.resolve(),
    progress: (done, total) => progress(done, total, 'merging'),
  });
  await store.setMerged(
    runId,
    gained.map(({ position }) => position),
    batchId,
  );
}
