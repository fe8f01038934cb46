import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';
import { DeskBody } from './desk-body.tsx';

/** One campaign: its items on each surface, what is in their way, and the way to the pack. */
export function CampaignDesk({ id }: { id: number }): ReactNode {
  const { t } = useTranslator();
  const routes = useCampaignRoutes();
  const { data, error, reload } = useRemote('campaigns.get', { id });
  if (error?.code === 'NOT_FOUND') {
    return (
      <EmptyState
        title={t('campaigns.gone')}
        actions={<Button onClick={routes.list}>{t('campaigns.toList')}</Button>}
      />
    );
  }
  if (data) return <DeskBody campaign={data} />;
  if (!error) return <Skeleton active paragraph={{ rows: 10 }} />;
  return (
    <>
      <PageHeader title={t('nav.campaigns')} actions={<Button onClick={routes.list}>{t('campaigns.toList')}</Button>} />
      <ErrorNotice error={error} onRetry={reload} />
    </>
  );
}
