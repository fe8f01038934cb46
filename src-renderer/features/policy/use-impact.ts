import { useCallback, useEffect, useState } from 'react';
import { AppError } from '#contract/errors';
import type { JobSnapshot } from '#contract/jobs';
import type { Methods } from '#contract/methods';
import type { PolicyImpact } from '#contract/policy';
import { asAppError } from '../../state/as-app-error.ts';
import { useJob, useServices } from '../../state/services.tsx';

export type ImpactChange = Methods['policy.impact']['in'];

export interface Impact {
  job: JobSnapshot | null;
  /** Null until everything was compared. */
  result: PolicyImpact | null;
  error: AppError | null;
  retry(): void;
}

/** Compares every link under another pack or day; closing what shows it ends the comparison. Nothing is applied. */
export function useImpact(change: ImpactChange): Impact {
  const { transport, jobs } = useServices();
  const [jobId, setJobId] = useState<string | null>(null);
  const [refused, setRefused] = useState<AppError | null>(null);
  const [asked, setAsked] = useState(0);
  const key = JSON.stringify(change);

  useEffect(() => {
    let closed = false;
    let started: string | null = null;
    const stop = (id: string): void => void jobs.getState().cancel(id);
    setJobId(null);
    setRefused(null);
    transport.call('policy.impact', JSON.parse(key) as ImpactChange).then(
      ({ id }) => {
        started = id;
        if (closed) stop(id);
        else setJobId(id);
      },
      (failure: unknown) => {
        if (!closed) setRefused(asAppError(failure));
      },
    );
    return () => {
      closed = true;
      if (started !== null && jobs.getState().jobs[started]?.finishedAt === null) stop(started);
    };
  }, [transport, jobs, key, asked]);

  const job = useJob(jobId);
  const retry = useCallback(() => setAsked((count) => count + 1), []);
  return {
    job,
    result: job?.state === 'done' ? (job.result as PolicyImpact) : null,
    error: refused ?? (job?.error ? AppError.fromData(job.error) : null),
    retry,
  };
}
