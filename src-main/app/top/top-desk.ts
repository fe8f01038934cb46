import type { JobManager } from '#app/jobs/job-manager';
import type { NewTopTask, TopRunDesk, TopSubjectReader } from '#app/ports/top-store';
import type { ProductSelection } from '#contract/catalog';
import type { Page } from '#contract/common';
import { AppError } from '#contract/errors';
import type { TopReason } from '#contract/messages/top-messages';
import { mostTopProducts, type StoredTopRun, type TopAction, type TopPlan, type TopRun } from '#contract/top-runs';
import type { TopResultRow, TopTaskState } from '#contract/top-runs';
import { refusal } from '#domain/top/top-refusal';
import { shownRefusal } from './shown-refusal.ts';
import { actionWorks } from './top-actions.ts';
import type { TopKeyRing, TopKeys } from './top-key-ring.ts';

interface Dependencies {
  runs: TopRunDesk;
  subjects: TopSubjectReader;
  keyRing: TopKeyRing;
  jobs: JobManager;
  /** Calls a second, as the client paces them. */
  callsPerSecond: number;
  /** Day verdicts and filters are judged by. */
  asOf(): string;
  /** In Asia/Shanghai, YYYY-MM-DD. */
  today(): string;
  now(): Date;
}

/** Products read at a time while planning. */
const planChunk = 500;

/** Use cases of runs over many products: look ahead, begin, take up again, read. */
export class TopDesk {
  readonly #deps: Dependencies;
  #isBeginning = false;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** What a run would do. Nothing is sent, and no keys are needed. */
  plan(action: TopAction, products: ProductSelection): TopPlan {
    const { tasks, left } = this.#tasks(action, products);
    const asked = tasks.filter(({ skipped }) => skipped === null).length;
    const calls = actionWorks[action].calls(asked);
    const skipped = new Map<TopReason, number>();
    for (const task of tasks)
      if (task.skipped) skipped.set(task.skipped.reason, (skipped.get(task.skipped.reason) ?? 0) + 1);
    return {
      products: tasks.length,
      asked,
      calls,
      seconds: Math.ceil(calls / this.#deps.callsPerSecond),
      skipped: [...skipped].map(([reason, count]) => ({ refusal: shownRefusal(refusal(reason)), products: count })),
      left,
    };
  }

  /** @throws AppError `SECRET_STORE` without open keys, `CONFLICT` while another run is at work */
  start(action: TopAction, products: ProductSelection): Promise<TopRun> {
    return this.#oneAtATime(async () => {
      const { runs, keyRing, now } = this.#deps;
      // Before anything is stored: a run that cannot begin leaves nothing behind.
      const keys = await keyRing.keys();
      const runId = await runs.create(action, this.#tasks(action, products).tasks, now().toISOString());
      return this.#begin(runId, keys);
    });
  }

  /** Hands what is waiting to a new job. @throws as {@link start} */
  async resume(runId: number): Promise<TopRun> {
    const run = this.get(runId);
    if (run.state === 'running' || run.byState.waiting + run.unmerged === 0) return run;
    return this.#oneAtATime(async () => {
      const keys = await this.#deps.keyRing.keys();
      await this.#deps.runs.reopen(runId);
      return this.#begin(runId, keys);
    });
  }

  cancel(runId: number): TopRun {
    this.#deps.jobs.cancel(this.get(runId).jobId);
    return this.get(runId);
  }

  list(offset: number, limit: number): Page<TopRun> {
    const { total, items } = this.#deps.runs.page(offset, limit);
    return { total, items: items.map((run) => this.#withState(run)) };
  }

  get(runId: number): TopRun {
    return this.#withState(this.#deps.runs.run(runId));
  }

  results(
    filter: { runId: number; state?: TopTaskState | undefined },
    offset: number,
    limit: number,
  ): Page<TopResultRow> {
    return this.#deps.runs.results(filter, offset, limit);
  }

  #tasks(action: TopAction, products: ProductSelection): { tasks: NewTopTask[]; left: number } {
    const { subjects, asOf, today } = this.#deps;
    const work = actionWorks[action];
    const selected = subjects.selected(products, asOf());
    const ids = selected.slice(0, mostTopProducts);
    const tasks: NewTopTask[] = [];
    for (let from = 0; from < ids.length; from += planChunk) {
      const chunk = ids.slice(from, from + planChunk);
      const known = subjects.subjects(chunk);
      for (const productId of chunk) {
        const subject = known.get(productId);
        const skip = subject ? work.skip(subject, today()) : ('product-gone' as const);
        tasks.push({ productId, skipped: skip === null ? null : shownRefusal(refusal(skip)) });
      }
    }
    return { tasks, left: selected.length - ids.length };
  }

  /** Two at a time would ask twice as fast as the platform allows. From the first step on: each of them awaits. */
  async #oneAtATime(begin: () => Promise<TopRun>): Promise<TopRun> {
    if (this.#isBeginning || this.#deps.jobs.isAtWork('top'))
      throw new AppError('CONFLICT', 'a run is at work', { params: { reason: 'top-busy' } });
    this.#isBeginning = true;
    try {
      return await begin();
    } finally {
      this.#isBeginning = false;
    }
  }

  async #begin(runId: number, keys: TopKeys): Promise<TopRun> {
    const { jobs, runs } = this.#deps;
    const job = await jobs.start('top', '', { runId }, keys);
    await runs.setJob(runId, job.id);
    return this.get(runId);
  }

  #withState(run: StoredTopRun): TopRun {
    // A program killed between the run and its job leaves a run without one.
    return { ...run, state: this.#deps.jobs.find(run.jobId)?.state ?? 'interrupted' };
  }
}
