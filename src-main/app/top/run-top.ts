import type { JobContext } from '#app/jobs/job-specs';
import type { ImportStore, LinkDeriver } from '#app/ports/import-store';
import type { TopCaller } from '#app/ports/top-caller';
import type { FinishedTopTask, TopRunStore, TopSubjectReader, TopTask } from '#app/ports/top-store';
import { AppError } from '#contract/errors';
import { concernsEverything, refusal, type TopRefusal } from '#domain/top/top-refusal';
import { isNumericId, type TopSubject } from '#domain/top/top-subject';
import { mergeGained } from './merge-gained.ts';
import { shownRefusal, topError } from './shown-refusal.ts';
import { type ActionContext, type ActionWork, actionWorks, type Gain } from './top-actions.ts';

export interface TopRunDependencies {
  store: TopRunStore;
  subjects: TopSubjectReader;
  caller: TopCaller;
  imports: ImportStore;
  derive: LinkDeriver;
  adzoneId: string;
  relationId: string | null;
  /** As the list of imports names what was gained. */
  batchName: string;
  /** In Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  now(): Date;
}

export interface TopJobParams {
  runId: number;
}

/** The platform failing this often in a row is down; going on would only use up calls. */
const failuresUntilDown = 2;

/**
 * Asks the platform about every waiting product of a run. However it ends, by itself, cancelled or refused, what was
 * gained until then becomes an import of its own; what is waiting can be taken up again.
 * @throws AppError `TOP_API` with the refusal that concerned everything, `CANCELLED`
 */
export async function runTop(
  deps: TopRunDependencies,
  { runId }: TopJobParams,
  context: JobContext,
): Promise<TopJobParams> {
  const { store } = deps;
  const asking = new Asking(deps, context.signal, runId);
  const waiting = store.waiting(runId);
  const { together } = actionWorks[store.action(runId)];
  let done = 0;
  context.progress(done, waiting.length, 'asking');
  try {
    while (done < waiting.length && asking.stopped === null && !context.signal.aborted) {
      const tasks = waiting.slice(done, done + together);
      await asking.askAbout(tasks);
      done += tasks.length;
      context.progress(done, waiting.length, 'asking');
    }
  } catch (error) {
    // A cancelled call throws; anything else is a failure, and what was gained before it is kept all the same.
    if (!context.signal.aborted) {
      await mergeGained(deps, runId, context);
      throw error;
    }
  }
  await mergeGained(deps, runId, context);
  await store.end(runId, deps.now().toISOString(), asking.stopped && shownRefusal(asking.stopped));
  if (asking.stopped) throw topError(asking.stopped);
  if (context.signal.aborted) throw new AppError('CANCELLED', 'run was cancelled');
  return { runId };
}

/** Asks about some products at a time and records what became of each. */
class Asking {
  stopped: TopRefusal | null = null;
  readonly #deps: TopRunDependencies;
  readonly #work: ActionWork;
  readonly #context: ActionContext;
  readonly #runId: number;
  #calls = 0;
  #failures = 0;
  #numericRefused = false;

  constructor(deps: TopRunDependencies, signal: AbortSignal, runId: number) {
    this.#deps = deps;
    this.#runId = runId;
    this.#work = actionWorks[deps.store.action(runId)];
    const { adzoneId, relationId, today, caller } = deps;
    const counted: TopCaller = {
      call: (call, stop) => {
        this.#calls += 1;
        return caller.call(call, stop);
      },
    };
    this.#context = { caller: counted, adzoneId, relationId, today, signal };
  }

  async askAbout(tasks: readonly TopTask[]): Promise<void> {
    const known = this.#deps.subjects.subjects(tasks.map(({ productId }) => productId));
    const finished: FinishedTopTask[] = [];
    const open: { task: TopTask; subject: TopSubject }[] = [];
    for (const task of tasks) {
      const subject = known.get(task.productId);
      const skip = subject ? this.#work.skip(subject, this.#deps.today) : 'product-gone';
      if (skip !== null) finished.push(toFinished(task, { ok: false, refusal: refusal(skip) }, 'skipped'));
      else if (subject && this.#numericRefused && this.#mayBeNumeric(subject))
        finished.push(toFinished(task, { ok: false, refusal: refusal('numeric-id') }));
      else if (subject) open.push({ task, subject });
    }
    finished.push(...(await this.#ask(open)));
    await this.#deps.store.finish(this.#runId, finished, this.#calls);
    this.#calls = 0;
  }

  async #ask(open: readonly { task: TopTask; subject: TopSubject }[]): Promise<FinishedTopTask[]> {
    if (open.length === 0) return [];
    const gains = await this.#work.ask(
      open.map(({ subject }) => subject),
      this.#context,
    );
    if (Array.isArray(gains)) return this.#note(open, gains);
    if (this.#endsRun(gains)) {
      this.stopped = gains;
      return [];
    }
    // One thing among many may spoil the call for all: each is asked about by itself.
    if (open.length === 1) return this.#note(open, [{ ok: false, refusal: gains }]);
    const finished: FinishedTopTask[] = [];
    for (const each of open) if (this.stopped === null) finished.push(...(await this.#ask([each])));
    return finished;
  }

  #note(open: readonly { task: TopTask; subject: TopSubject }[], gains: readonly Gain[]): FinishedTopTask[] {
    const refused = gains.flatMap((gain) => (gain.ok ? [] : [gain.refusal]));
    // Refused for many products at once, the permission is missing for all.
    if (open.length > 1 && refused.length === open.length && refused.every(isPermission)) {
      this.stopped = refused[0] ?? null;
      return [];
    }
    return open.flatMap(({ task, subject }, index) => {
      const gain = gains[index];
      if (!gain) return [];
      if (gain.ok) this.#failures = 0;
      else if (gain.refusal.reason === 'numeric-id' && this.#mayBeNumeric(subject)) this.#numericRefused = true;
      return [toFinished(task, gain)];
    });
  }

  #mayBeNumeric(subject: TopSubject): boolean {
    return isNumericId(subject) && this.#work.needsNewId(subject, this.#deps.today);
  }

  #endsRun(refused: TopRefusal): boolean {
    if (concernsEverything(refused)) return true;
    if (refused.reason !== 'unavailable') return false;
    this.#failures += 1;
    return this.#failures >= failuresUntilDown;
  }
}

const isPermission = ({ reason }: TopRefusal): boolean => reason === 'convert-permission';

function toFinished(task: TopTask, gain: Gain, otherwise: 'failed' | 'skipped' = 'failed'): FinishedTopTask {
  const { position } = task;
  return gain.ok
    ? { position, state: 'done', refusal: null, row: gain.row }
    : { position, state: otherwise, refusal: shownRefusal(gain.refusal), row: null };
}
