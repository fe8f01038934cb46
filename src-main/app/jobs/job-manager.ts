import { AppError, type ErrorData } from '#contract/errors';
import { type JobKind, type JobSnapshot, type JobState, pausableJobs, unhurriedJobs } from '#contract/jobs';
import type { JobCommand, JobReport } from './job-specs.ts';

export interface JobStore {
  insert(job: JobSnapshot, params: unknown): Promise<void>;
  /**
   * Persists state, progress, result and error of an existing job. One that ended stays as it ended: while another
   * connection writes, updates wait and may come in another order.
   */
  update(job: JobSnapshot): Promise<void>;
  get(id: string): JobSnapshot | null;
  list(limit: number): JobSnapshot[];
}

/** The thread that runs jobs. It may die (out of memory on a hostile file); the manager then fails what it was running. */
export interface JobThread {
  send(command: JobCommand): void;
  onReport(listener: (report: JobReport) => void): void;
  onCrash(listener: (reason: string) => void): void;
}

interface Dependencies {
  store: JobStore;
  thread: JobThread;
  now(): Date;
  newId(): string;
  onChange(job: JobSnapshot): void;
  logBug(error: unknown, where: string): string;
}

/** Keeps the list of jobs: what is running lives here, what ended is in the store. */
export class JobManager {
  readonly #deps: Dependencies;
  readonly #running = new Map<string, JobSnapshot>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
    deps.thread.onReport((report) => this.#onReport(report));
    deps.thread.onCrash((reason) => this.#onCrash(reason));
  }

  /**
   * Records the job, hands it to the thread and returns without waiting for it to end.
   * @param secret goes to the thread and is never recorded
   */
  async start(kind: JobKind, label: string, params: unknown, secret: unknown = null): Promise<JobSnapshot> {
    const job: JobSnapshot = {
      id: this.#deps.newId(),
      kind,
      state: 'running',
      done: 0,
      total: null,
      phase: 'starting',
      label,
      result: null,
      error: null,
      createdAt: this.#deps.now().toISOString(),
      finishedAt: null,
    };
    await this.#deps.store.insert(job, params);
    this.#change(job);
    this.#deps.thread.send({ type: 'start', id: job.id, kind, params, secret });
    return job;
  }

  /** Asks a running job to stop; its end arrives as an event. A job that ended already is left alone. */
  cancel(id: string): JobSnapshot {
    const job = this.get(id);
    if (this.#running.has(id)) this.#deps.thread.send({ type: 'cancel', id });
    return job;
  }

  /** Holds a running job; what it is at work on ends first. The state is kept, so that a restart does not set it going. */
  pause(id: string): Promise<JobSnapshot> {
    return this.#turn(id, 'running', 'paused');
  }

  resume(id: string): Promise<JobSnapshot> {
    return this.#turn(id, 'paused', 'running');
  }

  /** @throws AppError `NOT_FOUND` */
  get(id: string): JobSnapshot {
    const job = this.find(id);
    if (!job) throw new AppError('NOT_FOUND', `no job ${id}`, { params: { detail: '任务' } });
    return job;
  }

  find(id: string): JobSnapshot | null {
    return this.#running.get(id) ?? this.#deps.store.get(id);
  }

  /** Whether a job of a kind has not ended yet. */
  isAtWork(kind: JobKind): boolean {
    return [...this.#running.values()].some((job) => job.kind === kind);
  }

  /** Somebody uses the window: unhurried jobs leave it the processor for a moment. */
  giveWay(): void {
    const { thread } = this.#deps;
    if ([...this.#running.values()].some(({ kind }) => unhurriedJobs.has(kind))) thread.send({ type: 'in-use' });
  }

  /** Running jobs first, then the newest ended ones. */
  list(limit: number): JobSnapshot[] {
    const ended = this.#deps.store.list(limit).filter((job) => !this.#running.has(job.id));
    return [...this.#running.values(), ...ended].slice(0, limit);
  }

  async #turn(id: string, from: JobState, to: 'running' | 'paused'): Promise<JobSnapshot> {
    const job = this.get(id);
    if (job.state !== from || !this.#running.has(id) || !pausableJobs.has(job.kind)) return job;
    const turned: JobSnapshot = { ...job, state: to };
    this.#change(turned);
    this.#deps.thread.send({ type: to === 'paused' ? 'pause' : 'resume', id });
    await this.#deps.store.update(turned);
    return turned;
  }

  #onReport(report: JobReport): void {
    const job = this.#running.get(report.id);
    if (!job) return;
    if (report.type === 'progress') {
      this.#change({ ...job, done: report.done, total: report.total, phase: report.phase });
    } else if (report.type === 'done') {
      this.#end(job, 'done', report.result, null);
    } else {
      this.#end(job, report.error.code === 'CANCELLED' ? 'cancelled' : 'failed', null, report.error);
    }
  }

  #onCrash(reason: string): void {
    const error = new AppError('ENGINE_CRASHED', `job thread ended: ${reason}`, {
      params: { detail: reason },
    }).toData();
    for (const job of this.#running.values()) this.#end(job, 'failed', null, error);
  }

  #change(job: JobSnapshot): void {
    this.#running.set(job.id, job);
    this.#deps.onChange(job);
  }

  #end(job: JobSnapshot, state: JobState, result: unknown, error: ErrorData | null): void {
    this.#running.delete(job.id);
    const ended: JobSnapshot = { ...job, state, result, error, finishedAt: this.#deps.now().toISOString() };
    // Listeners hear of the end once it is recorded, so a list read after the event is never older than it.
    this.#deps.store
      .update(ended)
      .catch((failure: unknown) => this.#deps.logBug(failure, 'recording the end of a job'))
      .finally(() => this.#deps.onChange(ended));
  }
}
