import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { RunPanel } from './run-panel.tsx';
import './top.css';

/** One run beside the page; closing it leaves the run at work. @param runId null = closed */
export function RunDrawer({ runId, onClose }: { runId: number | null; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  return (
    <Drawer open={runId !== null} onClose={onClose} size={680} title={t('top.title')} destroyOnHidden>
      {runId === null ? null : <RunPanel key={runId} runId={runId} />}
    </Drawer>
  );
}
