import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type CampaignSummary, itemStates, type StateCounts } from '#contract/campaigns';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { Panel } from '../../ui/panel.tsx';

const sum = (campaigns: readonly CampaignSummary[], state: keyof StateCounts): number =>
  campaigns.flatMap(({ surfaces }) => surfaces).reduce((total, { counts }) => total + counts[state], 0);

/** Campaigns whose day has come, and those without a day: what somebody may want to post now. */
const isDue = (today: string) => (campaign: CampaignSummary) =>
  campaign.scheduledOn === null || campaign.scheduledOn <= today;

function CampaignLine({ campaign, today }: { campaign: CampaignSummary; today: string }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const day = campaign.scheduledOn;
  return (
    <li>
      <button
        type="button"
        className="campaign-line"
        onClick={() => route.getState().go('campaigns', { id: String(campaign.id) })}
      >
        <span className="one-line">
          <strong>{campaign.name}</strong>{' '}
          <span className="faint">
            {day === null ? t('dashboard.undated') : day === today ? t('common.today') : day}
          </span>
        </span>
        {campaign.surfaces.map(({ surface, counts }) => (
          <span key={surface} className="campaign-surface">
            {t(`surface.${surface}`)}
            {itemStates
              .filter((state) => counts[state] > 0)
              .map((state) => (
                <span key={state} className={`state-count state-${state}`}>
                  {t(`itemState.${state}`)} {counts[state]}
                </span>
              ))}
          </span>
        ))}
      </button>
    </li>
  );
}

/** Can I post today: the campaigns that are due and how far each is. */
export function ReadinessPanel({
  campaigns,
  today,
}: {
  campaigns: readonly CampaignSummary[];
  today: string;
}): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const due = campaigns.filter(isDue(today));
  const toFix = sum(due, 'fix') + sum(due, 'todo');
  const headline =
    due.length === 0
      ? t('dashboard.noCampaign')
      : t('dashboard.readiness', {
          campaigns: due.length,
          ready: sum(due, 'ready') + sum(due, 'exported'),
          fix: toFix,
        });
  return (
    <Panel
      title={t('dashboard.today')}
      note={headline}
      actions={
        toFix > 0 ? (
          <Button type="primary" onClick={() => route.getState().go('inbox')}>
            {t('dashboard.toInbox', { n: toFix })}
          </Button>
        ) : (
          <Button onClick={() => route.getState().go('campaigns')}>{t('dashboard.toCampaigns')}</Button>
        )
      }
    >
      {campaigns.length === 0 ? null : (
        <ul className="campaign-list">
          {campaigns.map((campaign) => (
            <CampaignLine key={campaign.id} campaign={campaign} today={today} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
