import type { ReactNode } from 'react';
import { skipMessage } from '#contract/messages/check-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useJobFollower } from '../../state/use-job-follower.ts';
import { useRemote } from '../../state/use-remote.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** How a run goes, in one line: a bar while it works, then what became of it. */
export function RunLine({ runId }: { runId: number }): ReactNode {
  const { t, pick } = useTranslator();
  const { data: run } = useJobFollower(useRemote('checks.get', { runId }));
  if (!run) return null;
  if (run.state !== 'done') {
    const done = run.checked + run.skipped;
    return (
      <div className="run-line" role="status">
        <span>{t(`checks.state.${run.state}`)}</span>
        <ProgressBar done={done} total={run.total} label={t('checks.start')} />
      </div>
    );
  }
  const reasons = run.skippedBy.map(({ reason }) => pick(skipMessage(reason)));
  return (
    <div className="run-line" role="status">
      <span>
        {t('checks.checked')} {run.checked}
        {run.skipped > 0 ? ` · ${t('checks.skipped')} ${run.skipped}` : ''}
        {run.checked > 0 ? ` · ${run.turned > 0 ? t('checks.turned') : t('checks.turned.none')}` : ''}
      </span>
      {reasons.map((reason) => (
        <span key={reason} className="secondary">
          {reason}
        </span>
      ))}
    </div>
  );
}
