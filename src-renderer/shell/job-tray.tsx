import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { hasEnded } from '../state/jobs-store.ts';
import { useTranslator } from '../i18n/locale.tsx';
import { useServices } from '../state/services.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { useAction } from '../ui/use-action.ts';

/** Jobs that are running, wherever they were started from, each with its progress and a way to stop it. */
export function JobTray(): ReactNode {
  const { t } = useTranslator();
  const { jobs } = useServices();
  const byId = useStore(jobs, (state) => state.jobs);
  const { run } = useAction();
  const running = Object.values(byId).filter((job) => !hasEnded(job));
  return (
    <>
      <span className="visually-hidden" role="status">
        {running.map((job) => t(`job.kind.${job.kind}`)).join(' ')}
      </span>
      {running.length === 0 ? null : (
        <div className="job-tray">
          {running.map((job) => (
            <JobProgress key={job.id} job={job} onCancel={() => run(() => jobs.getState().cancel(job.id))} />
          ))}
        </div>
      )}
    </>
  );
}
