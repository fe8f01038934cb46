import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { Money } from '../../../ui/money.tsx';
import { CampaignDay } from '../campaign-day.tsx';
import { CampaignMenu } from '../campaign-menu.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';
import { hasOpenWork, NextStepButton } from './next-step-button.tsx';
import { SurfaceCounts } from './surface-counts.tsx';

interface CampaignCardProps {
  campaign: CampaignSummary;
  /** The card is being dragged; null = no more. */
  onDrag(campaign: CampaignSummary | null): void;
}

/** One campaign on the board. */
export function CampaignCard({ campaign, onDrag }: CampaignCardProps): ReactNode {
  const { t } = useTranslator();
  const routes = useCampaignRoutes();
  return (
    <div
      className="campaign-card"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', campaign.name);
        onDrag(campaign);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <header>
        <Button type="link" className="campaign-name" onClick={() => routes.desk(campaign.id)}>
          {campaign.name}
        </Button>
        <CampaignMenu campaign={campaign} />
      </header>
      <p>
        <CampaignDay day={campaign.scheduledOn} open={hasOpenWork(campaign)} />
      </p>
      <p className="secondary" title={t('campaigns.column.value')}>
        {t('common.items', { n: campaign.items })}
        {' · '}
        <Money fen={campaign.commissionFen} />
      </p>
      {campaign.surfaces.map((surface) => (
        <SurfaceCounts key={surface.surface} campaignId={campaign.id} surface={surface} />
      ))}
      <NextStepButton campaign={campaign} />
    </div>
  );
}
