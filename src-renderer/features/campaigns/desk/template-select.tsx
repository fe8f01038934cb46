import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { useCampaignChange } from '../use-campaign-change.ts';
import { useCampaignRoutes } from '../use-campaign-routes.ts';

interface TemplateSelectProps {
  campaign: CampaignSummary;
  surface: SurfaceId;
}

/** The template that copy on a surface follows, unless it was edited by hand; changing it can be taken back. */
export function TemplateSelect({ campaign, surface }: TemplateSelectProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const routes = useCampaignRoutes();
  const { change, busy } = useCampaignChange();
  const { data } = useRemote('templates.list', {});
  const place = campaign.surfaces.find((each) => each.surface === surface);
  if (!data || !place) return null;
  const fitting = data.filter((template) => template.surface === surface);
  const others = data.filter((template) => template.surface !== surface && !template.builtIn);
  const offered = [...fitting, ...others];
  const known = offered.some(({ id }) => id === place.templateId);
  const choose = (templateId: string): void =>
    change(() =>
      transport.call('campaigns.update', {
        id: campaign.id,
        surfaces: campaign.surfaces.map((each) => ({
          surface: each.surface,
          templateId: each.surface === surface ? templateId : each.templateId,
        })),
      }),
    );
  return (
    <span className="template-select">
      <Select
        aria-label={t('campaigns.templateFor', { surface: t(`surface.${surface}`) })}
        prefix={<span className="faint">{t('campaigns.template')}</span>}
        loading={busy}
        value={known ? place.templateId : (fitting.find(({ builtIn }) => builtIn)?.id ?? null)}
        onChange={(id) => id !== null && choose(id)}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        popupMatchSelectWidth={false}
      />
      <Button type="link" size="small" onClick={() => routes.templates(place.templateId)}>
        {t('campaigns.seeTemplate')}
      </Button>
    </span>
  );
}
