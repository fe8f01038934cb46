import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ToneTag } from '../../../ui/tone-tag.tsx';
import { CheckButton } from '../../checks/check-button.tsx';
import { CampaignDay } from '../campaign-day.tsx';
import { CampaignMenu } from '../campaign-menu.tsx';
import { HistoryDrawer } from '../history/history-drawer.tsx';
import { hasOpenWork } from '../list/next-step-button.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';
import { ExportedPacks } from './exported-packs.tsx';

interface DeskHeaderProps {
  campaign: CampaignSummary;
  surface: SurfaceId;
  onAdd(): void;
  onExport(): void;
}

/** Name and day of a campaign, and what is done with the whole of it. */
export function DeskHeader({ campaign, surface, onAdd, onExport }: DeskHeaderProps): ReactNode {
  const { t } = useTranslator();
  const routes = useCampaignRoutes();
  const [history, setHistory] = useState(false);
  const { name, scheduledOn, items, note, archivedAt, commissionFen } = campaign;
  const place = campaign.surfaces.find((each) => each.surface === surface);
  const postable = (place?.counts.ready ?? 0) + (place?.counts.exported ?? 0);
  return (
    <PageHeader
      title={name}
      note={
        <span className="desk-note">
          <Button type="link" size="small" onClick={routes.list}>
            {t('campaigns.toList')}
          </Button>
          {archivedAt === null ? null : <ToneTag tone="neutral">{t('campaigns.archived')}</ToneTag>}
          <CampaignDay day={scheduledOn} open={hasOpenWork(campaign)} />
          <span>{t('common.items', { n: items })}</span>
          {commissionFen === null ? null : (
            <Tooltip title={t('campaigns.valueNote')}>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what the number means must be reachable by keyboard */}
              <span tabIndex={0}>
                {t('campaigns.column.value')} <Money fen={commissionFen} />
              </span>
            </Tooltip>
          )}
          {note === '' ? null : <span className="one-line">{note}</span>}
        </span>
      }
      actions={
        <>
          <ExportedPacks campaignId={campaign.id} />
          {items === 0 ? null : (
            <CheckButton scope={{ type: 'campaign', id: campaign.id, surface: null }} surface={surface} links={items}>
              {t('campaigns.checkLinks')}
            </CheckButton>
          )}
          <Button onClick={onAdd}>{t('campaigns.addProducts')}</Button>
          <Button type="primary" disabled={items === 0} onClick={onExport}>
            {t('campaigns.export', { n: postable })}
          </Button>
          <CampaignMenu
            campaign={campaign}
            onDeleted={routes.list}
            more={[{ key: 'history', label: t('campaigns.history'), onClick: () => setHistory(true) }]}
          />
          {history ? <HistoryDrawer campaignId={campaign.id} onClose={() => setHistory(false)} /> : null}
        </>
      }
    />
  );
}
