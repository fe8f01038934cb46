import type { JobContext } from '#app/jobs/job-specs';
import type { CheckStore, CheckTask, FinishedTask, LinkAnswers } from '#app/ports/check-store';
import type { LinkProber, ProbeRunner, QueuedLink } from '#app/ports/link-prober';
import { AppError } from '#contract/errors';
import type { SkipReason } from '#contract/messages/check-messages';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import type { Finding } from '#domain/compliance/finding';
import { hostOf } from '#domain/probing/hosts';
import type { ProbePack } from '#domain/probing/probe-pack';
import { addressOf, checkLink, type CheckedLink } from './check-link.ts';
import { planCheck, type PlanContext, type PlanDependencies } from './plan-check.ts';
import { RunHealth } from './run-health.ts';

export interface CheckDependencies extends PlanDependencies {
  store: CheckStore;
  probes: LinkProber;
  pack: ProbePack;
  run: ProbeRunner;
  lintLanding(text: string): Finding[];
  /** The verdicts' outcomes with everything stored by now, by link hash; links that left the catalog are missing. */
  outcomesOf(linkHashes: readonly number[], surface: SurfaceId): Map<number, Outcome>;
  /** Takes over what following links showed about their commission. */
  updateEarnings(linkHashes: readonly number[]): Promise<void>;
  context(surface: SurfaceId): PlanContext;
  now(): Date;
}

export interface CheckJobParams {
  runId: number;
}

/** Links whose results are stored together; a killed program loses at most these. */
const savedTogether = 20;

/**
 * Asks about every waiting link of a run and stores what came back. Taken up again after an interruption it goes on with
 * what is still waiting.
 */
export async function runCheck(
  deps: CheckDependencies,
  { runId }: CheckJobParams,
  context: JobContext,
): Promise<CheckJobParams> {
  const { store } = deps;
  let plan = store.plan(runId);
  if (plan.total === null) {
    context.progress(0, null, 'planning');
    const tasks = planCheck(deps, plan.scope, deps.context(plan.surface));
    await store.setTasks(runId, tasks, () => context.breathe());
    plan = store.plan(runId);
  }
  const waiting = store.waitingTasks(runId);
  const results = new ResultBuffer(deps, runId, plan.surface);
  const total = plan.total ?? waiting.length;
  let done = total - waiting.length;
  context.progress(done, total, 'checking');
  const health = new RunHealth();
  const { cancelled } = await deps.run(
    waiting.map((task) => toItem(deps, task, health)),
    {
      signal: context.signal,
      pauseSignal: context.pause,
      async onResult(_item, result) {
        done += 1;
        const stored = await results.add(result);
        context.progress(done, total, 'checking');
        // Links that are not asked about take no time at all: nobody would get a word in.
        if (stored) await context.breathe();
      },
    },
  );
  await results.flush();
  if (cancelled) throw new AppError('CANCELLED', 'check was cancelled');
  await store.finishRun(runId, deps.now().toISOString());
  context.progress(total, total, 'checking');
  return { runId };
}

interface TaskResult {
  task: CheckTask;
  checked: CheckedLink;
}

const skippedFor = (reason: SkipReason): CheckedLink => ({
  facts: [],
  target: null,
  findings: null,
  skipReason: reason,
});

function toItem(deps: CheckDependencies, task: CheckTask, health: RunHealth): QueuedLink<TaskResult> {
  const url = addressOf(task.value);
  return {
    id: String(task.position),
    host: url === null ? '' : hostOf(url),
    priority: -task.position,
    async run(signal) {
      if (url === null) return { task, checked: skippedFor('nothing-to-ask') };
      const down = health.networkDown;
      if (down !== null) return { task, checked: skippedFor(down) };
      const checked = await checkLink(deps, { kind: task.kind, url }, { askWechat: !health.gatewayDown, signal });
      health.note(checked.facts);
      return { task, checked };
    },
  };
}

/** Gathers results and stores them some at a time, one storing after the other. */
class ResultBuffer {
  readonly #deps: CheckDependencies;
  readonly #runId: number;
  readonly #surface: SurfaceId;
  #pending: TaskResult[] = [];
  #storing: Promise<void> = Promise.resolve();

  constructor(deps: CheckDependencies, runId: number, surface: SurfaceId) {
    this.#deps = deps;
    this.#runId = runId;
    this.#surface = surface;
  }

  /** @returns whether results were stored now */
  async add(result: TaskResult): Promise<boolean> {
    this.#pending.push(result);
    if (this.#pending.length < savedTogether) return false;
    await this.flush();
    return true;
  }

  flush(): Promise<void> {
    const batch = this.#pending;
    this.#pending = [];
    this.#storing = this.#storing.then(() => this.#store(batch));
    return this.#storing;
  }

  async #store(batch: readonly TaskResult[]): Promise<void> {
    if (batch.length === 0) return;
    const { store, updateEarnings, outcomesOf, now } = this.#deps;
    const answers = batch.map(
      ({ task, checked: { facts, target, findings } }): LinkAnswers => ({ task, facts, target, findings }),
    );
    await store.saveAnswers(this.#runId, answers, now().toISOString());
    const resolved = batch.filter(({ checked }) => checked.target !== null).map(({ task }) => task.linkHash);
    if (resolved.length > 0) await updateEarnings(resolved);
    const outcomes = outcomesOf(
      batch.map(({ task }) => task.linkHash),
      this.#surface,
    );
    await store.finishTasks(
      this.#runId,
      batch.map(({ task, checked: { skipReason } }): FinishedTask => {
        const outcome = outcomes.get(task.linkHash);
        if (outcome === undefined)
          return { position: task.position, state: 'skipped', outcome: null, skipReason: 'link-gone' };
        if (skipReason !== null) return { position: task.position, state: 'skipped', outcome: null, skipReason };
        return { position: task.position, state: 'checked', outcome, skipReason: null };
      }),
    );
  }
}
