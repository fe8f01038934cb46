import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import { itemStates } from '#contract/item-states';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { joinSentences } from '../../ui/join-sentences.ts';
import { Panel } from '../../ui/panel.tsx';
import { useCampaignRoutes } from '../campaigns/use-campaign-routes.ts';
import { readiness } from './readiness.ts';

function CampaignLine({ campaign, today }: { campaign: CampaignSummary; today: string }): ReactNode {
  const { t } = useTranslator();
  const { desk } = useCampaignRoutes();
  const day = campaign.scheduledOn;
  return (
    <li className="campaign-line">
      <button type="button" className="ready-campaign one-line" onClick={() => desk(campaign.id)}>
        <strong>{campaign.name}</strong>{' '}
        <span className="faint">{day === null ? t('dashboard.undated') : day === today ? t('common.today') : day}</span>
      </button>
      {campaign.surfaces.map(({ surface, counts }) => (
        <span key={surface} className="campaign-surface">
          {t(`surface.${surface}`)}
          {itemStates
            .filter((state) => counts[state] > 0)
            .map((state) => (
              <button
                key={state}
                type="button"
                className={`number-link state-count state-${state}`}
                onClick={() => desk(campaign.id, { surface, states: [state] })}
              >
                {t(`itemState.${state}`)} {counts[state]}
              </button>
            ))}
        </span>
      ))}
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
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const { due, ready, toFix, toFixLater } = readiness(campaigns, today);
  const { data: inbox } = useRemote('inbox.count', {});
  const headline =
    due === 0 ? t('dashboard.noCampaign') : t('dashboard.readiness', { campaigns: due, ready, fix: toFix });
  const later = toFixLater === 0 ? null : t('dashboard.readinessLater', { fix: toFixLater });
  return (
    <Panel
      title={t('dashboard.today')}
      note={joinSentences([headline, later], locale)}
      actions={
        inbox && inbox.blocked > 0 ? (
          <Button type="primary" onClick={() => route.getState().go('inbox', { view: { severity: 'block' } })}>
            {t('dashboard.toInbox', { n: inbox.blocked.toLocaleString(locale) })}
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
