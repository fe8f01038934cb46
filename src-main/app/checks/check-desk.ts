import type { JobManager } from '#app/jobs/job-manager';
import type { CheckPlanReader, CheckRunStore, EvidenceDetails } from '#app/ports/check-store';
import type { CheckOutputs, CheckResult, CheckRun, CheckScope, LinkEvidenceView, StoredRun } from '#contract/checks';
import type { Page } from '#contract/common';
import type { JobSnapshot } from '#contract/jobs';
import type { LinkRow } from '#contract/links';
import type { Settings } from '#contract/settings';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import { deviceEvidenceFor, type DeviceRecord } from '#domain/checking/device-records';
import { linkTimeline } from '#domain/checking/link-timeline';
import { isLinkKind } from '#domain/links/link-kinds';
import { type PlanContext, summariseDue } from './plan-check.ts';

interface Dependencies {
  runs: CheckRunStore;
  plan: CheckPlanReader;
  evidence: EvidenceDetails;
  deviceRecords(): DeviceRecord[];
  jobs: JobManager;
  now(): Date;
  /** Lets the thread answer others. */
  breathe(): Promise<void>;
}

/** A run that keeps killing the program is not taken up for ever. */
const restartsByItself = 3;

/** Use cases of check runs: begin, hold, take up again, read. */
export class CheckDesk {
  readonly #deps: Dependencies;
  /** Runs that are being handed to a job. */
  readonly #beginning = new Map<number, Promise<JobSnapshot>>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  async start(asked: {
    scope: CheckScope;
    surface: SurfaceId;
    proxy: Settings['proxy'] | null;
  }): Promise<CheckOutputs['checks.start']> {
    const { runs, now } = this.#deps;
    const runId = await runs.create({ ...asked, jobId: '', startedAt: now().toISOString() });
    const job = await this.#begin(runId, false);
    return { run: this.get(runId), job };
  }

  list(offset: number, limit: number): Page<CheckRun> {
    const { total, items } = this.#deps.runs.page(offset, limit);
    return { total, items: items.map((run) => this.#withState(run)) };
  }

  get(runId: number): CheckRun {
    return this.#withState(this.#deps.runs.run(runId));
  }

  byJob(jobId: string): CheckRun | null {
    const run = this.#deps.runs.byJob(jobId);
    return run && this.#withState(run);
  }

  results(
    filter: {
      runId: number;
      outcomes?: Outcome[] | undefined;
      skipped?: boolean | undefined;
      turned?: boolean | undefined;
    },
    offset: number,
    limit: number,
  ): Page<CheckResult> {
    return this.#deps.runs.results(filter, offset, limit);
  }

  async pause(runId: number): Promise<CheckRun> {
    await this.#deps.jobs.pause(this.get(runId).jobId);
    return this.get(runId);
  }

  /** Lets a paused run go on, or hands one that stopped to a new job. A run that is done stays as it is. */
  async resume(runId: number): Promise<CheckRun> {
    const { state, jobId } = this.get(runId);
    if (state === 'paused') await this.#deps.jobs.resume(jobId);
    else if (state !== 'running' && state !== 'done') await this.#begin(runId, false);
    return this.get(runId);
  }

  cancel(runId: number): CheckRun {
    this.#deps.jobs.cancel(this.get(runId).jobId);
    return this.get(runId);
  }

  /** Takes up what a killed program left; runs the user had paused stay as they are. */
  async takeUp(runIds: readonly number[]): Promise<void> {
    for (const runId of runIds) {
      // The user may have been faster.
      if (this.get(runId).state !== 'interrupted') continue;
      if (this.#deps.runs.restarts(runId) < restartsByItself) await this.#begin(runId, true);
    }
  }

  async due(context: PlanContext, limit: number): Promise<CheckOutputs['checks.due']> {
    const { plan, breathe } = this.#deps;
    const { entries, ...summary } = await summariseDue(plan, context, limit, breathe);
    const items = entries.map(({ due, linkId, kind, value, productTitle, checkedAt }) => ({
      ...due,
      linkId,
      kind,
      value,
      productTitle,
      checkedAt,
    }));
    return { ...summary, items };
  }

  evidenceOf(link: LinkRow): LinkEvidenceView {
    const { evidence, deviceRecords } = this.#deps;
    const { kind, host, hash } = link;
    const records = isLinkKind(kind) ? deviceEvidenceFor({ kind, host, linkHash: hash }, deviceRecords()) : [];
    return {
      link,
      newest: evidence.newest(hash),
      timeline: linkTimeline(evidence.history(hash), records),
      findings: evidence.landingFindings(link.id),
      target: evidence.target(hash),
    };
  }

  /** One job for each run: who asks while it is handed over gets the same. */
  #begin(runId: number, byItself: boolean): Promise<JobSnapshot> {
    const known = this.#beginning.get(runId);
    if (known) return known;
    const begun = this.#handOver(runId, byItself).finally(() => this.#beginning.delete(runId));
    this.#beginning.set(runId, begun);
    return begun;
  }

  async #handOver(runId: number, byItself: boolean): Promise<JobSnapshot> {
    const job = await this.#deps.jobs.start('check', '', { runId });
    await this.#deps.runs.setJob(runId, job.id, byItself);
    return job;
  }

  #withState(run: StoredRun): CheckRun {
    // A program killed between the run and its job leaves a run without one.
    return { ...run, state: this.#deps.jobs.find(run.jobId)?.state ?? 'interrupted' };
  }
}
