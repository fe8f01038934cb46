import { Alert, Button, Result } from 'antd';
import { type ReactNode, useState } from 'react';
import { AppError } from '#contract/errors';
import type { JobSnapshot } from '#contract/jobs';
import type { ExportResult } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { phaseKey } from '../../ui/job-progress.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { usePackFile } from './use-pack-file.ts';
import type { ExportState } from './use-export.ts';

interface ExportRunningProps {
  job: JobSnapshot | null;
  onCancel(): void;
  onLeave(): void;
}

/** A running export: what is being done, how far it is, and the ways out. */
export function ExportRunning({ job, onCancel, onLeave }: ExportRunningProps): ReactNode {
  const { t } = useTranslator();
  const [stopping, setStopping] = useState(false);
  const { done = 0, total = null, phase = 'starting' } = job ?? {};
  const name = t(phaseKey(phase));
  return (
    <div className="export-running">
      <h3>{stopping ? t('export.stopping') : name}</h3>
      <ProgressBar done={done} total={total} label={name} />
      <p className="tabular faint" aria-live="polite">
        {total ? t('export.progress', { done, total }) : ' '}
      </p>
      <div className="page-actions">
        <Button onClick={onLeave}>{t('export.background')}</Button>
        <Button
          danger
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            onCancel();
          }}
        >
          {t('export.stop')}
        </Button>
      </div>
    </div>
  );
}

interface ExportEndProps {
  state: Extract<ExportState, { step: 'done' | 'ended' }>;
  onBack(): void;
  onClose(): void;
}

/** The end of an export: the pack and what to do with it, or what went wrong. */
export function ExportEnd({ state, onBack, onClose }: ExportEndProps): ReactNode {
  const { t, errorText } = useTranslator();
  if (state.step === 'done') return <ExportDone result={state.result} onClose={onClose} />;
  const { job } = state;
  const back = (
    <Button key="back" type="primary" onClick={onBack}>
      {t('export.again')}
    </Button>
  );
  if (job.state === 'cancelled') return <Result status="info" title={t('export.cancelled')} extra={back} />;
  const why = job.error ? errorText(AppError.fromData(job.error)) : t('export.interrupted');
  return <Result status="error" title={t('export.failed')} subTitle={why} extra={back} />;
}

function ExportDone({ result, onClose }: { result: ExportResult; onClose(): void }): ReactNode {
  const { t, locale } = useTranslator();
  const { route, host } = useServices();
  const { error, show, download } = usePackFile(result.id);
  const { posterGaps: gaps } = result;
  const remarks = [
    result.refused.length > 0 ? t('export.doneRefused', { n: result.refused.length }) : null,
    result.withoutPicture > 0 ? t('export.donePictures', { n: result.withoutPicture }) : null,
    gaps.items > 0 ? t('export.posterGaps', { n: gaps.items, characters: gaps.characters.join('') }) : null,
  ].filter((remark) => remark !== null);
  return (
    <div className="export-done">
      <Result
        status="success"
        title={t('export.done', { n: result.exported })}
        subTitle={t('export.doneWhere', { path: result.path, size: fileSize(result.bytes, locale) })}
        extra={[
          host.capabilities.showInFolder ? (
            <Button key="show" onClick={show}>
              {t('export.show')}
            </Button>
          ) : null,
          !host.capabilities.saveDialog && result.container === 'zip' ? (
            <Button key="download" onClick={download}>
              {t('export.download')}
            </Button>
          ) : null,
          <Button
            key="open"
            type="primary"
            onClick={() => {
              route.getState().go('packs', { id: String(result.id) });
              onClose();
            }}
          >
            {t('export.openPack')}
          </Button>,
        ]}
      />
      {remarks.map((remark) => (
        <Alert key={remark} type="warning" showIcon title={remark} />
      ))}
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  );
}
