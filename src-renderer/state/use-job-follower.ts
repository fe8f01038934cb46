import { useEffect, useRef } from 'react';
import { useJob } from './services.tsx';
import type { Remote } from './use-remote.ts';

/** Reads a run again as its job moves on; never while an answer is still on its way, so that fast jobs do show. */
export function useJobFollower<Run extends { jobId: string | null }>(remote: Remote<Run>): Remote<Run> {
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
