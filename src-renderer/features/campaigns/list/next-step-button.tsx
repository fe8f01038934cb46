import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { campaignStep } from '../campaign-progress.ts';
import { stepText } from '../step-text.ts';
import { useCampaignRoutes } from '../use-campaign-routes.ts';

/** Whether something of a campaign is still to be posted. */
export function hasOpenWork(campaign: CampaignSummary): boolean {
  return campaign.archivedAt === null && campaignStep(campaign).kind !== 'done';
}

/** The one next step of a campaign; leads to the items it is about. */
export function NextStepButton({ campaign }: { campaign: CampaignSummary }): ReactNode {
  const translator = useTranslator();
  const routes = useCampaignRoutes();
  const step = campaignStep(campaign);
  if (campaign.archivedAt !== null || step.kind === 'done') {
    return (
      <span className="secondary">{translator.t(`campaigns.step.${step.kind === 'done' ? 'done' : 'none'}`)}</span>
    );
  }
  const view = 'states' in step ? { surface: step.surface, states: step.states } : {};
  return (
    <Button
      size="small"
      type={step.kind === 'export' ? 'primary' : 'default'}
      onClick={() => routes.desk(campaign.id, view)}
    >
      {stepText(step, campaign.surfaces.length, translator)}
    </Button>
  );
}
