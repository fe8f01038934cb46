import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { DemoButton } from '../../imports/demo-button.tsx';
import { ImportButton } from '../../imports/import-button.tsx';

/** What a list without campaigns says: products first, then a campaign of them. */
export function NoCampaigns({ archived, onNew }: { archived: boolean; onNew(): void }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { data: products } = useRemote('catalog.count', archived ? null : { filter: {} });
  if (archived) return <EmptyState title={t('campaigns.noArchived')}>{t('campaigns.noArchivedText')}</EmptyState>;
  if (products === null) return null;
  if (products.total === 0) {
    return (
      <EmptyState
        title={t('campaigns.empty.title')}
        actions={
          <>
            <ImportButton />
            <DemoButton />
          </>
        }
      >
        {t('campaigns.empty.noProducts')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('campaigns.empty.title')}
      actions={
        <>
          <Button type="primary" onClick={() => route.getState().go('catalog')}>
            {t('campaigns.chooseProducts')}
          </Button>
          <Button onClick={onNew}>{t('campaigns.new')}</Button>
        </>
      }
    >
      {t('campaigns.empty.text', { n: products.total })}
    </EmptyState>
  );
}
