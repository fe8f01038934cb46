import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { JobSnapshot } from '#contract/jobs';
import { useTranslator } from '../i18n/locale.tsx';
import { type TextKey, texts } from '../i18n/catalogue.ts';
import { ProgressBar } from './progress-bar.tsx';

/** What a job is doing, in words; phases without a text of their own read as "working". */
export function phaseKey(phase: string): TextKey {
  const key = `job.phase.${phase}`;
  return Object.hasOwn(texts, key) ? (key as TextKey) : 'job.phase.working';
}

/** How far a running job is, with a way to stop it. No live region: ten numbers a second cannot be read out. */
export function JobProgress({ job, onCancel }: { job: JobSnapshot; onCancel?: () => void }): ReactNode {
  const { t, locale } = useTranslator();
  const counted = (value: number): string => value.toLocaleString(locale);
  return (
    <div className="job-progress">
      <div className="job-line">
        <span className="job-label" title={job.label}>
          {t(`job.kind.${job.kind}`)}
          {job.label === '' ? null : ` · ${job.label}`}
        </span>
        {onCancel ? (
          <Button size="small" type="text" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        ) : null}
      </div>
      <ProgressBar done={job.done} total={job.total} label={t(`job.kind.${job.kind}`)} />
      <span className="faint tabular">
        {t(phaseKey(job.phase))}
        {job.done > 0 ? ` ${counted(job.done)}` : ''}
        {job.total !== null && job.total > 0 ? ` / ${counted(job.total)}` : ''}
      </span>
    </div>
  );
}
