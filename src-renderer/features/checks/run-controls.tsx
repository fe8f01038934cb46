import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CheckRun } from '#contract/checks';
import type { SkipReason } from '#contract/messages/check-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Asking again cannot help. */
const isFinal = (reason: SkipReason): boolean => reason === 'nothing-to-ask' || reason === 'link-gone';

interface RunControlsProps {
  run: CheckRun;
  onChanged(): void;
  /** Another run was begun for what this one skipped. */
  onStarted(runId: number): void;
}

/** Holding, stopping and taking up a run, whichever it can be. */
export function RunControls({ run, onChanged, onStarted }: RunControlsProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const action = useAction();
  const { id: runId, state } = run;
  const call = (method: 'checks.pause' | 'checks.resume' | 'checks.cancel') => (): void =>
    action.run(async () => {
      await transport.call(method, { runId });
      onChanged();
    });
  const checkSkipped = (): void =>
    action.run(async () => {
      const scope = { type: 'skipped' as const, runId };
      const started = await transport.call('checks.start', { scope, surface: run.surface, proxy: null });
      onStarted(started.run.id);
    });
  const again = run.skippedBy.filter(({ reason }) => !isFinal(reason)).reduce((sum, { links }) => sum + links, 0);
  if (state === 'done') {
    return again > 0 ? (
      <Button size="small" loading={action.busy} onClick={checkSkipped}>
        {t('checks.skippedAgain', { n: again })}
      </Button>
    ) : null;
  }
  const isOpen = state === 'running' || state === 'queued' || state === 'paused';
  return (
    <span className="page-actions">
      {state === 'running' ? (
        <Button size="small" disabled={action.busy} onClick={call('checks.pause')}>
          {t('checks.pause')}
        </Button>
      ) : null}
      {state === 'running' || state === 'queued' ? null : (
        <Button size="small" type="primary" disabled={action.busy} onClick={call('checks.resume')}>
          {t(state === 'paused' ? 'checks.resume' : 'checks.takeUp')}
        </Button>
      )}
      {isOpen ? (
        <Button size="small" disabled={action.busy} onClick={call('checks.cancel')}>
          {t('checks.cancel')}
        </Button>
      ) : null}
    </span>
  );
}
