import { useEffect, useRef } from 'react';
import type { TopRun } from '#contract/top-runs';
import { useJob } from '../../state/services.tsx';
import { type Remote, useRemote } from '../../state/use-remote.ts';

/** One run, read again as its job moves on; never while an answer is still on its way. */
export function useTopRun(runId: number): Remote<TopRun> {
  const remote = useRemote('top.run', { runId });
  const { data, loading, reload } = remote;
  const job = useJob(data?.jobId ?? null);
  const moved = job === null ? '' : `${job.id} ${job.state} ${job.done}`;
  const seen = useRef(moved);
  useEffect(() => {
    if (loading || moved === seen.current) return;
    seen.current = moved;
    reload();
  }, [loading, moved, reload]);
  return remote;
}
