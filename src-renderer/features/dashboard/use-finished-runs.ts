import { useMemo } from 'react';
import type { CheckRun } from '#contract/checks';
import type { AppError } from '#contract/errors';
import { useRemote } from '../../state/use-remote.ts';

export type FinishedRun = CheckRun & { finishedAt: string };

/** Runs looked at; with more the bars of a chart can no longer be told apart. */
const latest = 16;

/** The latest check runs that came to an end, oldest first; null until they are known. */
export function useFinishedRuns(): { runs: readonly FinishedRun[] | null; error: AppError | null; reload(): void } {
  const { data, error, reload } = useRemote('checks.list', { offset: 0, limit: latest });
  const runs = useMemo(() => {
    if (data === null) return null;
    return data.items.filter((run): run is FinishedRun => run.finishedAt !== null && run.total !== 0).toReversed();
  }, [data]);
  return { runs, error, reload };
}
