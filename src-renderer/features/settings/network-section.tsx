import { App, Button, Input, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { isProxyAddress } from '#contract/proxy-address';
import type { Settings } from '#contract/settings';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { SettingRow } from './setting-row.tsx';

type Mode = Settings['proxy']['mode'];

/** How checks and image downloads leave this computer. */
export function NetworkSection(): ReactNode {
  const { t } = useTranslator();
  const { settings: store } = useServices();
  const { proxy } = useSettings();
  const { message } = App.useApp();
  const { busy, run } = useAction();
  const [mode, setMode] = useState<Mode>(proxy.mode);
  const [url, setUrl] = useState(proxy.mode === 'manual' ? proxy.url : '');
  const isWrong = url.trim() !== '' && !isProxyAddress(url);
  const change = (next: Settings['proxy']): void =>
    run(async () => {
      await store.getState().change({ proxy: next });
      if (next.mode === 'manual') void message.success(t('settings.proxy.saved'));
    });
  return (
    <Panel title={t('settings.network')} note={t('settings.network.note')}>
      <SettingRow label={t('settings.proxy')}>
        {(labelId) => (
          <Segmented<Mode>
            aria-labelledby={labelId}
            value={mode}
            onChange={(next) => {
              setMode(next);
              if (next !== 'manual') change({ mode: next });
            }}
            options={(['system', 'manual', 'none'] as const).map((value) => ({
              value,
              label: t(`settings.proxy.${value}`),
            }))}
          />
        )}
      </SettingRow>
      {mode === 'manual' ? (
        <SettingRow
          label={t('settings.proxy.url')}
          note={t(isWrong ? 'settings.proxy.url.bad' : 'settings.proxy.url.note')}
          isWrong={isWrong}
        >
          {(labelId) => (
            <form
              className="toolbar"
              onSubmit={(event) => {
                event.preventDefault();
                change({ mode: 'manual', url: url.trim() });
              }}
            >
              <Input
                aria-labelledby={labelId}
                value={url}
                status={isWrong ? 'error' : ''}
                aria-invalid={isWrong}
                onChange={({ target }) => setUrl(target.value)}
                placeholder="http://127.0.0.1:7890"
                style={{ width: 260 }}
              />
              <Button htmlType="submit" loading={busy} disabled={url.trim() === '' || isWrong}>
                {t('common.save')}
              </Button>
            </form>
          )}
        </SettingRow>
      ) : null}
    </Panel>
  );
}
