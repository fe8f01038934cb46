import type { TopCaller } from '#app/ports/top-caller';
import type { FinishedTopTask, TopRunStore, TopSubjectReader, TopTask } from '#app/ports/top-store';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { concernsEverything, isUnavailable, refusal, type TopRefusal } from '#domain/top/top-refusal';
import { isNumericId, type TopSubject } from '#domain/top/top-subject';
import { doneTask, failedTask } from './finished-task.ts';
import { type ActionWork, actionWorks, type Gain } from './top-actions.ts';

export interface AskDependencies {
  store: TopRunStore;
  subjects: TopSubjectReader;
  caller: TopCaller;
  adzoneId: string;
  relationId: string | null;
  now(): Date;
}

/** The platform failing this often in a row is down; going on would only use up calls. */
const failuresUntilDown = 2;

/** A product that is asked about. */
interface Open {
  task: TopTask;
  subject: TopSubject;
}

/** Asks about products of one run and records what became of each as soon as the answer is there. */
export class AskProducts {
  /** Why the run ends before its end. */
  stopped: TopRefusal | null = null;
  /** Why products were left waiting although the run went on. */
  unanswered: TopRefusal | null = null;
  readonly #deps: AskDependencies;
  readonly #runId: number;
  readonly #signal: AbortSignal;
  readonly #work: ActionWork;
  readonly #caller: TopCaller;
  /** Calls that are not recorded yet. */
  #calls = 0;
  #failuresInARow = 0;
  #numericRefused = false;

  constructor(deps: AskDependencies, runId: number, signal: AbortSignal) {
    this.#deps = deps;
    this.#runId = runId;
    this.#signal = signal;
    this.#work = actionWorks[deps.store.action(runId)];
    this.#caller = {
      call: async (call, stop) => {
        this.#calls += 1;
        const result = await deps.caller.call(call, stop);
        const failed = !result.ok && isUnavailable(result.refusal);
        this.#failuresInARow = failed ? this.#failuresInARow + 1 : 0;
        return result;
      },
    };
  }

  /** @param tasks as many as the action asks about together, at most */
  async about(tasks: readonly TopTask[]): Promise<void> {
    const today = shanghaiDay(this.#deps.now());
    const known = this.#deps.subjects.subjects(tasks.map(({ productId }) => productId));
    const settled: FinishedTopTask[] = [];
    const open: Open[] = [];
    for (const task of tasks) {
      const subject = known.get(task.productId);
      const skip = subject ? this.#work.skip(subject, today) : 'product-gone';
      if (skip !== null) settled.push(failedTask(task, refusal(skip), 'skipped'));
      else if (subject && this.#numericRefused && this.#mayBeNumeric(subject, today))
        settled.push(failedTask(task, refusal('numeric-id')));
      else if (subject) open.push({ task, subject });
    }
    if (settled.length > 0) await this.#record(settled);
    try {
      await this.#ask(open, today);
    } finally {
      if (this.#calls > 0) await this.#record([]);
    }
  }

  async #ask(open: readonly Open[], today: string): Promise<void> {
    if (open.length === 0) return;
    const { adzoneId, relationId } = this.#deps;
    const gains = await this.#work.ask(
      open.map(({ subject }) => subject),
      { caller: this.#caller, adzoneId, relationId, today, signal: this.#signal },
    );
    if (Array.isArray(gains)) return this.#note(open, gains, today);
    if (concernsEverything(gains) || this.#failuresInARow >= failuresUntilDown) {
      this.stopped = gains;
      return;
    }
    if (open.length === 1) return this.#note(open, [{ ok: false, refusal: gains }], today);
    // One thing among many may spoil the call for all: each is asked about by itself.
    for (const each of open) if (this.stopped === null) await this.#ask([each], today);
  }

  async #note(open: readonly Open[], gains: readonly Gain[], today: string): Promise<void> {
    const refused = gains.flatMap((gain) => (gain.ok ? [] : [gain.refusal]));
    // Refused for many products at once, the permission is missing for all.
    if (open.length > 1 && refused.length === open.length && refused.every(isPermission)) {
      this.stopped = refused[0] ?? null;
      return;
    }
    const finished: FinishedTopTask[] = [];
    for (const [index, { task, subject }] of open.entries()) {
      const gain = gains[index];
      if (!gain) continue;
      if (gain.ok) finished.push(doneTask(task, gain.row, today));
      else if (isUnavailable(gain.refusal)) this.unanswered = gain.refusal;
      else {
        if (gain.refusal.reason === 'numeric-id' && this.#mayBeNumeric(subject, today)) this.#numericRefused = true;
        finished.push(failedTask(task, gain.refusal));
      }
    }
    await this.#record(finished);
  }

  async #record(finished: readonly FinishedTopTask[]): Promise<void> {
    const calls = this.#calls;
    this.#calls = 0;
    await this.#deps.store.finish(this.#runId, finished, calls);
  }

  #mayBeNumeric(subject: TopSubject, today: string): boolean {
    return isNumericId(subject) && this.#work.needsNewId(subject, today);
  }
}

const isPermission = ({ reason }: TopRefusal): boolean => reason === 'convert-permission';
