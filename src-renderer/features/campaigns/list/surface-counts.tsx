import type { ReactNode } from 'react';
import type { CampaignSurface } from '#contract/campaigns';
import { itemStates } from '#contract/item-states';
import { useTranslator } from '../../../i18n/locale.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { useCampaignRoutes } from '../use-campaign-routes.ts';

interface SurfaceCountsProps {
  campaignId: number;
  surface: CampaignSurface;
}

/** How many items of a campaign stand where on one surface; each number leads to exactly its items. */
export function SurfaceCounts({ campaignId, surface: { surface, counts } }: SurfaceCountsProps): ReactNode {
  const { t } = useTranslator();
  const routes = useCampaignRoutes();
  const shown = itemStates.filter((state) => counts[state] > 0);
  return (
    <div className="surface-counts">
      <span>{t(`surface.${surface}`)}</span>
      <span className="state-links">
        {shown.length === 0 ? <span className="faint">{t('common.none')}</span> : null}
        {shown.map((state) => (
          <button
            key={state}
            type="button"
            className="state-link"
            aria-label={t('campaigns.countLabel', {
              surface: t(`surface.${surface}`),
              state: t(`itemState.${state}`),
              n: counts[state],
            })}
            onClick={() => routes.desk(campaignId, { surface, states: [state] })}
          >
            <StateTag state={state} count={counts[state]} />
          </button>
        ))}
      </span>
    </div>
  );
}
