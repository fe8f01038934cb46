import { useState } from 'react';
import type { AppError } from '#contract/errors';
import type { JobSnapshot } from '#contract/jobs';
import type { ExportResult } from '#contract/packs';
import { useJob, useServices } from '../../state/services.tsx';
import { asAppError } from '../../state/as-app-error.ts';
import { type ExportWishes, overrideOf } from './export-wishes.ts';

/** Where an export stands. */
export type ExportState =
  | { step: 'choosing'; error: AppError | null }
  | { step: 'running'; job: JobSnapshot | null; cancel(): void }
  | { step: 'done'; result: ExportResult }
  | { step: 'ended'; job: JobSnapshot };

interface Export {
  state: ExportState;
  /** Asks where to save, then starts the job. Nothing happens when the user cancels the question. */
  start(campaignId: number, wishes: ExportWishes, suggestedName: string): Promise<void>;
  /** Back to the choices after an export has ended. */
  reset(): void;
}

/** One export from the dialog's side: choose a place, follow the job, keep its end. */
export function useExport(): Export {
  const { transport, host, jobs } = useServices();
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const job = useJob(jobId);

  async function start(campaignId: number, wishes: ExportWishes, suggestedName: string): Promise<void> {
    const { surface, container, images } = wishes;
    setError(null);
    try {
      const name = container === 'zip' ? `${suggestedName}.zip` : suggestedName;
      const target = await host.pickSaveTarget(name, container);
      if (target === null) return;
      const override = overrideOf(wishes);
      const params = { campaignId, surface, target: target ?? null, container, images, override };
      setJobId((await transport.call('packs.export', params)).id);
    } catch (failure) {
      setError(asAppError(failure));
    }
  }

  function stateNow(): ExportState {
    if (jobId === null) return { step: 'choosing', error };
    if (job === null || job.finishedAt === null)
      return { step: 'running', job, cancel: () => void jobs.getState().cancel(jobId) };
    return job.state === 'done' ? { step: 'done', result: job.result as ExportResult } : { step: 'ended', job };
  }

  return { state: stateNow(), start, reset: () => setJobId(null) };
}
