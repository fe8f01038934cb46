import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CheckRunPanel } from './check-run-panel.tsx';

/** One run as a page of its own, so that it has an address. */
export function RunPage({ runId }: { runId: number }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  return (
    <>
      <PageHeader
        title={t('checks.run', { id: runId })}
        actions={
          <Button icon={<ArrowLeftOutlined />} onClick={() => route.getState().go('checks')}>
            {t('checks.back')}
          </Button>
        }
      />
      <CheckRunPanel runId={runId} onStarted={(next) => route.getState().go('checks', { id: String(next) })} />
    </>
  );
}
