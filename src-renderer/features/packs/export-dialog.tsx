import { Alert, Button, Modal, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ExportEnd, ExportRunning } from './export-outcome.tsx';
import { ExportForm } from './export-form.tsx';
import { defaultWishes, exportedCount, type ExportWishes, reasonIsMissing } from './export-wishes.ts';
import { type ExportState, useExport } from './use-export.ts';
import './packs.css';

interface ExportDialogProps {
  campaignId: number;
  /** Surfaces of the campaign, to choose from. */
  surfaces: readonly SurfaceId[];
  /** The one to begin with. */
  surface: SurfaceId;
  onClose(): void;
}

/**
 * Exports a campaign: what will be in the pack and what will not, how it looks, where it goes; then progress and result.
 * Mount it to open it. Closing it while the export runs leaves the job running.
 */
export function ExportDialog({ campaignId, surfaces, surface, onClose }: ExportDialogProps): ReactNode {
  const { t } = useTranslator();
  const { asOf } = useSettings();
  const [wishes, setWishes] = useState<ExportWishes>(() => defaultWishes(surface));
  const preview = useRemote('packs.preview', { campaignId, surface: wishes.surface });
  const { state, start, reset } = useExport();

  function change(next: Partial<ExportWishes>): void {
    setWishes((before) =>
      next.surface && next.surface !== before.surface
        ? { ...defaultWishes(next.surface), container: before.container }
        : { ...before, ...next },
    );
  }

  const known = preview.data;
  const count = known === null ? 0 : exportedCount(known, wishes);
  const canStart = count > 0 && !reasonIsMissing(wishes) && !preview.loading;
  const choosing = state.step === 'choosing';
  const begin = (): void => {
    if (canStart) void start(campaignId, wishes, known?.suggestedName ?? '');
  };

  return (
    <Modal
      open
      width={920}
      title={t('export.title')}
      onCancel={onClose}
      mask={{ closable: !choosing }}
      footer={choosing ? <Choices count={count} canStart={canStart} onStart={begin} onClose={onClose} /> : null}
    >
      {choosing ? (
        <>
          {asOf === null ? null : (
            <Alert className="export-as-of" type="warning" showIcon title={t('export.asOf', { date: asOf })} />
          )}
          {state.error ? <ErrorNotice error={state.error} /> : null}
          {preview.error ? <ErrorNotice error={preview.error} onRetry={preview.reload} /> : null}
          {known === null && preview.loading ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
          {known === null ? null : (
            <ExportForm
              campaignId={campaignId}
              surfaces={surfaces}
              wishes={wishes}
              preview={known}
              onChange={change}
              onSubmit={begin}
            />
          )}
        </>
      ) : (
        <Outcome state={state} onBack={reset} onClose={onClose} />
      )}
    </Modal>
  );
}

interface ChoicesProps {
  count: number;
  canStart: boolean;
  onStart(): void;
  onClose(): void;
}

function Choices({ count, canStart, onStart, onClose }: ChoicesProps): ReactNode {
  const { t } = useTranslator();
  return (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button type="primary" disabled={!canStart} onClick={onStart}>
        {t('export.start', { n: count })}
      </Button>
    </>
  );
}

interface OutcomeProps {
  state: Exclude<ExportState, { step: 'choosing' }>;
  onBack(): void;
  onClose(): void;
}

function Outcome({ state, onBack, onClose }: OutcomeProps): ReactNode {
  if (state.step === 'running') return <ExportRunning job={state.job} onCancel={state.cancel} onLeave={onClose} />;
  return <ExportEnd state={state} onBack={onBack} onClose={onClose} />;
}
