import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { CheckRunPanel } from '../checks/check-run-panel.tsx';

interface RunDrawerProps {
  runId: number;
  /** Another run was begun from this one. */
  onStarted(runId: number): void;
  onClose(): void;
}

/** One check run beside the overview. */
export function RunDrawer({ runId, onStarted, onClose }: RunDrawerProps): ReactNode {
  const { t } = useTranslator();
  return (
    <Drawer open onClose={onClose} size={760} title={t('checks.run', { id: runId })}>
      <CheckRunPanel runId={runId} onStarted={onStarted} />
    </Drawer>
  );
}
