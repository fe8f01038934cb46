import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { CheckRunPanel } from './check-run-panel.tsx';
import './checks.css';

interface CheckRunDrawerProps {
  runId: number | null;
  onClose(): void;
  /** Another run was begun from this one; show it in its place. */
  onStarted(runId: number): void;
}

/** One run beside the page; closing it leaves the run at work. @param runId null = closed */
export function CheckRunDrawer({ runId, onClose, onStarted }: CheckRunDrawerProps): ReactNode {
  const { t } = useTranslator();
  return (
    <Drawer
      open={runId !== null}
      onClose={onClose}
      size={720}
      title={runId === null ? '' : t('checks.run', { id: runId })}
      destroyOnHidden
    >
      {runId === null ? null : <CheckRunPanel key={runId} runId={runId} onStarted={onStarted} />}
    </Drawer>
  );
}
