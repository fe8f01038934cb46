import { DatePicker, Segmented, Switch } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { campaignSurfaceIds } from '#contract/surfaces';
import type { Settings } from '#contract/settings';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SurfaceSelect } from '../../ui/surface-select.tsx';
import { useAction } from '../../ui/use-action.ts';
import { AsOfDialog } from '../policy/as-of-dialog.tsx';
import { TourSetting } from '../tour/tour-setting.tsx';
import { SettingRow } from './setting-row.tsx';

/** Language, look, the place and the day verdicts are for, the advertising mark. */
export function GeneralSection(): ReactNode {
  const { t } = useTranslator();
  const { settings: store } = useServices();
  const settings = useSettings();
  const { run } = useAction();
  const [asking, setAsking] = useState<{ asOf: string | null } | null>(null);
  const change = (part: Partial<Settings>): void => run(() => store.getState().change(part));
  return (
    <Panel title={t('settings.general')}>
      <SettingRow label={t('settings.language')}>
        {(labelId) => (
          <Segmented<Settings['language']>
            aria-labelledby={labelId}
            value={settings.language}
            onChange={(language) => change({ language })}
            options={[
              { value: 'zh-CN', label: '简体中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        )}
      </SettingRow>
      <SettingRow label={t('settings.theme')}>
        {(labelId) => (
          <Segmented<Settings['theme']>
            aria-labelledby={labelId}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`settings.theme.${value}`),
            }))}
          />
        )}
      </SettingRow>
      <SettingRow label={t('settings.density')}>
        {(labelId) => (
          <Segmented<Settings['density']>
            aria-labelledby={labelId}
            value={settings.density}
            onChange={(density) => change({ density })}
            options={(['comfortable', 'compact'] as const).map((value) => ({
              value,
              label: t(`settings.density.${value}`),
            }))}
          />
        )}
      </SettingRow>
      <SettingRow label={t('settings.surface')} note={t('settings.surface.note')}>
        {() => (
          <SurfaceSelect
            value={settings.surface}
            among={campaignSurfaceIds}
            onChange={(surface) => change({ surface })}
            label={t('settings.surface')}
          />
        )}
      </SettingRow>
      <SettingRow label={t('settings.asOf')} note={t('settings.asOf.note')}>
        {(labelId) => (
          <DatePicker
            aria-labelledby={labelId}
            value={settings.asOf === null ? null : dayjs(settings.asOf)}
            onChange={(day) => setAsking({ asOf: day ? day.format('YYYY-MM-DD') : null })}
            onKeyDown={(event) => {
              // The question opens while the key is down, and would take the rest of the key as a press of its button.
              if (event.key === 'Enter') event.preventDefault();
            }}
            placeholder={t('common.today')}
          />
        )}
      </SettingRow>
      <SettingRow label={t('settings.adMark')} note={t('settings.adMark.note')}>
        {(labelId) => (
          <Switch aria-labelledby={labelId} checked={settings.adMark} onChange={(adMark) => change({ adMark })} />
        )}
      </SettingRow>
      {asking ? <AsOfDialog asOf={asking.asOf} onClose={() => setAsking(null)} /> : null}
      <TourSetting />
    </Panel>
  );
}
