import type { JobContext } from '#app/jobs/job-specs';
import { AppError } from '#contract/errors';
import { type AskDependencies, AskProducts } from './ask-products.ts';
import { type GainDependencies, mergeGained } from './merge-gained.ts';
import { shownRefusal, topError } from './shown-refusal.ts';
import { actionWorks } from './top-actions.ts';

export type TopRunDependencies = AskDependencies & GainDependencies;

export interface TopJobParams {
  runId: number;
}

/**
 * Asks the platform about every waiting product of a run. However it ends, by itself, cancelled or refused, what was
 * gained until then becomes part of the catalog; what is waiting can be taken up again.
 * @throws AppError `TOP_API` with what the platform refused everything with, or some products it left without an answer;
 *   `CANCELLED`
 */
export async function runTop(
  deps: TopRunDependencies,
  { runId }: TopJobParams,
  context: JobContext,
): Promise<TopJobParams> {
  const asking = new AskProducts(deps, runId, context.signal);
  try {
    await askAll(deps, asking, runId, context);
  } catch (error) {
    // A cancelled call throws; anything else is a failure.
    if (!context.signal.aborted) throw error;
  } finally {
    await mergeGained(deps, runId, context);
  }
  const refused = asking.stopped ?? (context.signal.aborted ? null : asking.unanswered);
  await deps.store.end(runId, deps.now().toISOString(), refused && shownRefusal(refused));
  if (refused) throw topError(refused);
  if (context.signal.aborted) throw new AppError('CANCELLED', 'run was cancelled');
  return { runId };
}

async function askAll(
  { store }: TopRunDependencies,
  asking: AskProducts,
  runId: number,
  { signal, progress }: JobContext,
): Promise<void> {
  const waiting = store.waiting(runId);
  const { together } = actionWorks[store.action(runId)];
  progress(0, waiting.length, 'asking');
  for (let done = 0; done < waiting.length && asking.stopped === null && !signal.aborted; done += together) {
    await asking.about(waiting.slice(done, done + together));
    progress(Math.min(done + together, waiting.length), waiting.length, 'asking');
  }
}
