import { mergeRows, type MergeRowsDependencies } from '#app/import/merge-rows';
import type { JobContext } from '#app/jobs/job-specs';
import type { FinishedTopTask, GainedTask, TopRunStore, TopSubjectReader } from '#app/ports/top-store';
import { mayBePresent } from '#domain/top/subject-coupon';
import { refusal } from '#domain/top/top-refusal';
import { failedTask } from './finished-task.ts';

export interface GainDependencies extends Omit<MergeRowsDependencies, 'store'> {
  store: TopRunStore;
  subjects: TopSubjectReader;
  imports: MergeRowsDependencies['store'];
  /** As the list of imports names what was gained. */
  batchName: string;
}

/**
 * Makes what a run gained part of the catalog: for each day on which the platform said it an import of its own, which can
 * be undone. A run that was cancelled keeps what it gained until then, so cancelling comes too late for this.
 */
export async function mergeGained(deps: GainDependencies, runId: number, context: JobContext): Promise<void> {
  const { store, imports, derive, toErrorData, batchName } = deps;
  async function breathe(): Promise<void> {
    try {
      await context.breathe();
    } catch (error) {
      if (!context.signal.aborted) throw error;
    }
  }
  for (const [day, tasks] of Map.groupBy(await stillFitting(deps, runId), (task) => task.day)) {
    await mergeRows(
      { store: imports, derive, toErrorData },
      { origin: 'top', fileName: batchName, fileBytes: 0, container: 'top', dataDate: day },
      tasks.map(({ position, row }) => ({ line: position + 1, ...row, extra: {} })),
      { ...context, breathe },
      (batchId) => store.setMerged(runId, positionsOf(tasks), batchId),
    );
  }
}

/** What was gained, without what the catalog has outrun while the run was at work: that counts as failed. */
async function stillFitting({ store, subjects }: GainDependencies, runId: number): Promise<GainedTask[]> {
  const gained = store.gained(runId);
  const known = subjects.subjects(gained.map(({ productId }) => productId));
  const isRefresh = store.action(runId) === 'refresh';
  const fitting: GainedTask[] = [];
  const outrun: FinishedTopTask[] = [];
  for (const task of gained) {
    const subject = known.get(task.productId);
    const activityId = isRefresh ? task.row.product.couponActivityId : null;
    if (subject && mayBePresent(subject, { activityId })) fitting.push(task);
    else outrun.push(failedTask(task, refusal(subject ? 'coupon-changed' : 'product-gone')));
  }
  if (outrun.length > 0) await store.finish(runId, outrun, 0);
  return fitting;
}

const positionsOf = (tasks: readonly GainedTask[]): number[] => tasks.map(({ position }) => position);
