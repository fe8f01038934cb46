import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import type { JobSnapshot } from '#contract/jobs';
import { useTranslator } from '../i18n/locale.tsx';
import { type TextKey, texts } from '../i18n/catalogue.ts';

/** What a job is doing, in words; phases without a text of their own read as "working". */
export function phaseKey(phase: string): TextKey {
  const key = `job.phase.${phase}`;
  return Object.hasOwn(texts, key) ? (key as TextKey) : 'job.phase.working';
}

function percentOf({ done, total }: JobSnapshot): number | null {
  if (total === null || total === 0) return null;
  return Math.min(100, Math.floor((done / total) * 100));
}

/** How far a running job is, with a way to stop it. Without a known total it counts and shows no percentage. */
export function JobProgress({ job, onCancel }: { job: JobSnapshot; onCancel?: () => void }): ReactNode {
  const { t, locale } = useTranslator();
  const percent = percentOf(job);
  const counted = (value: number): string => value.toLocaleString(locale);
  return (
    <div className="job-progress" role="status" aria-live="polite">
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
      <Progress
        percent={percent ?? 100}
        status="active"
        showInfo={false}
        size="small"
        aria-label={t(`job.kind.${job.kind}`)}
      />
      <span className="faint tabular">
        {t(phaseKey(job.phase))}
        {job.done > 0 ? ` ${counted(job.done)}` : ''}
        {job.total !== null && job.total > 0 ? ` / ${counted(job.total)}` : ''}
      </span>
    </div>
  );
}
