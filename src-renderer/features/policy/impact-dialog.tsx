import { Button, Modal, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ImpactReport } from './impact-report.tsx';
import { type ImpactChange, useImpact } from './use-impact.ts';
import './policy.css';

interface ImpactDialogProps {
  title: string;
  change: ImpactChange;
  applyLabel: string;
  /** Makes the change; only possible once its impact was shown. */
  onApply(): Promise<unknown>;
  onClose(): void;
}

/** What a change of rules or day would turn, link by link and campaign by campaign, before anything is applied. */
export function ImpactDialog({ title, change, applyLabel, onApply, onClose }: ImpactDialogProps): ReactNode {
  const { t } = useTranslator();
  const { job, result, error, retry } = useImpact(change);
  const { run, busy } = useAction();
  const apply = (): void =>
    run(async () => {
      await onApply();
      onClose();
    });
  return (
    <Modal
      open
      width={860}
      title={title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('impact.keep')}</Button>
          <Button type="primary" disabled={result === null} loading={busy} onClick={apply}>
            {applyLabel}
          </Button>
        </>
      }
    >
      {error ? <ErrorNotice error={error} onRetry={retry} showCancelled /> : null}
      {result === null && !error ? (
        <div className="stack">
          <p className="secondary">{t('impact.running')}</p>
          {job ? <JobProgress job={job} /> : <Skeleton active paragraph={{ rows: 2 }} title={false} />}
        </div>
      ) : null}
      {result ? (
        <div className="impact-body">
          <ImpactReport impact={result} />
        </div>
      ) : null}
    </Modal>
  );
}
