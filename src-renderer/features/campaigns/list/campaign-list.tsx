import { Button, Input, Segmented, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useRoute, useServices } from '../../../state/services.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { useToday } from '../../../state/use-today.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { inWorkingOrder } from '../board-columns.ts';
import { type ListView, listViewState, readListView } from '../campaign-view.ts';
import { CampaignDialog } from '../campaign-dialog.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';
import { CampaignBoard } from './campaign-board.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { NoCampaigns } from './no-campaigns.tsx';

/** Whether a search names a campaign: every word is in its name or note. */
function isFound({ name, note }: CampaignSummary, search: string): boolean {
  const text = `${name} ${note}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** All campaigns, as a list or by their day; the way to a new one. */
export function CampaignList(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const routes = useCampaignRoutes();
  const view = readListView(useRoute().view);
  const show = (part: Partial<ListView>): void => route.getState().setView(listViewState({ ...view, ...part }));
  const { data, error, reload } = useRemote('campaigns.list', { archived: view.archived });
  const [creating, setCreating] = useState(false);
  const today = useToday();
  const found = inWorkingOrder(data?.filter((campaign) => isFound(campaign, view.search.trim())) ?? [], today);

  return (
    <div className="campaign-page">
      <PageHeader
        title={t('nav.campaigns')}
        note={t('campaigns.note')}
        actions={
          <>
            <Button onClick={() => routes.templates()}>{t('templates.title')}</Button>
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('campaigns.new')}
            </Button>
          </>
        }
      />
      <ListToolbar view={view} onChange={show} />
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data === null && !error ? <Skeleton active paragraph={{ rows: 8 }} title={false} /> : null}
      {data?.length === 0 ? <NoCampaigns archived={view.archived} onNew={() => setCreating(true)} /> : null}
      {data && data.length > 0 && found.length === 0 ? (
        <EmptyState title={t('campaigns.noMatch', { search: view.search })} />
      ) : null}
      {found.length > 0 && view.layout === 'list' ? <CampaignTable campaigns={found} /> : null}
      {found.length > 0 && view.layout === 'board' ? <CampaignBoard campaigns={found} /> : null}
      {creating ? (
        <CampaignDialog campaign={null} onDone={({ id }) => routes.desk(id)} onClose={() => setCreating(false)} />
      ) : null}
    </div>
  );
}

interface ListToolbarProps {
  view: ListView;
  onChange(part: Partial<ListView>): void;
}

/** Which campaigns are shown, and how. */
function ListToolbar({ view, onChange }: ListToolbarProps): ReactNode {
  const { t } = useTranslator();
  return (
    <div className="toolbar">
      <Segmented
        aria-label={t('campaigns.which')}
        value={view.archived ? 'archived' : 'active'}
        options={[
          { value: 'active', label: t('campaigns.active') },
          { value: 'archived', label: t('campaigns.archived') },
        ]}
        onChange={(value) => onChange({ archived: value === 'archived' })}
      />
      <Segmented<ListView['layout']>
        aria-label={t('campaigns.layout')}
        value={view.layout}
        options={[
          { value: 'list', label: t('campaigns.layout.list') },
          { value: 'board', label: t('campaigns.layout.board') },
        ]}
        onChange={(layout) => onChange({ layout })}
      />
      <span className="toolbar-space" />
      <Input.Search
        className="campaign-search"
        allowClear
        aria-label={t('campaigns.search')}
        placeholder={t('campaigns.search')}
        defaultValue={view.search}
        onChange={({ target }) => onChange({ search: target.value })}
      />
    </div>
  );
}
