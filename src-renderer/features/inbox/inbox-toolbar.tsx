import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import type { InboxOutputs } from '#contract/inbox';
import { campaignSurfaceIds, type SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import type { InboxView } from './inbox-view.ts';

interface InboxToolbarProps {
  view: InboxView;
  data: InboxOutputs['inbox.groups'];
  onView(view: InboxView): void;
}

/** Which part of the inbox is shown. */
export function InboxToolbar({ view, data, onView }: InboxToolbarProps): ReactNode {
  const { t } = useTranslator();
  const { filter, snoozed } = view;
  const { campaignId, surface, severity } = filter;
  const put = (part: Partial<Record<keyof InboxView['filter'], unknown>>): void => {
    const entries = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
    onView({ ...view, filter: Object.fromEntries(entries) });
  };
  return (
    <div className="toolbar">
      <Segmented<boolean>
        aria-label={t('inbox.which')}
        value={snoozed}
        onChange={(next) => onView({ ...view, snoozed: next })}
        options={[
          { value: false, label: t('inbox.open.tab') },
          { value: true, label: t('inbox.snoozed') },
        ]}
      />
      <Segmented<'all' | 'block' | 'warn'>
        aria-label={t('inbox.severity')}
        value={severity ?? 'all'}
        onChange={(next) => put({ severity: next === 'all' ? undefined : next })}
        options={(['all', 'block', 'warn'] as const).map((value) => ({ value, label: t(`inbox.severity.${value}`) }))}
      />
      <Select<number>
        className="inbox-select"
        aria-label={t('inbox.campaign')}
        placeholder={t('inbox.anyCampaign')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={campaignId ?? null}
        onChange={(next?: number) => put({ campaignId: next })}
        options={data.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select<SurfaceId>
        className="inbox-select"
        aria-label={t('surface.label')}
        placeholder={t('inbox.anySurface')}
        allowClear
        value={surface ?? null}
        onChange={(next?: SurfaceId) => put({ surface: next })}
        options={campaignSurfaceIds.map((value) => ({ value, label: t(`surface.${value}`) }))}
      />
    </div>
  );
}
