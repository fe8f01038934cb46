import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignSummary, CampaignSurface } from '#contract/campaigns';
import { itemStates } from '#contract/item-states';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import { TemplateSelect } from './template-select.tsx';

interface SurfaceSwitchProps {
  campaign: CampaignSummary;
  surface: SurfaceId;
  onChange(surface: SurfaceId): void;
}

const itemsOf = ({ counts }: CampaignSurface): number => itemStates.reduce((sum, state) => sum + counts[state], 0);

/** The places of a campaign, each with how many of its items can be posted; copy and links are chosen for each. */
export function SurfaceSwitch({ campaign, surface, onChange }: SurfaceSwitchProps): ReactNode {
  const { t } = useTranslator();
  return (
    <div className="toolbar">
      <Segmented<SurfaceId>
        className="surface-switch"
        aria-label={t('campaigns.places')}
        value={surface}
        onChange={onChange}
        options={campaign.surfaces.map((place) => ({
          value: place.surface,
          label: (
            <>
              {t(`surface.${place.surface}`)}{' '}
              <span className="faint tabular">
                {t('campaigns.postable', {
                  ready: itemsOf(place) - place.counts.todo - place.counts.fix,
                  total: itemsOf(place),
                })}
              </span>
            </>
          ),
        }))}
      />
      <span className="toolbar-space" />
      <TemplateSelect campaign={campaign} surface={surface} />
    </div>
  );
}
