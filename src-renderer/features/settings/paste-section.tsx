import { App, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { SettingRow } from './setting-row.tsx';

/** Whether the clipboard is watched for links. */
export function PasteSection(): ReactNode {
  const { t } = useTranslator();
  const { message } = App.useApp();
  const { settings: store } = useServices();
  const { watchClipboard } = useSettings();
  const { busy, run } = useAction();
  const change = (on: boolean): void =>
    run(async () => {
      if (on && !(await isAllowed())) {
        void message.warning(t('settings.watchClipboard.refused'), 6);
        return;
      }
      await store.getState().change({ watchClipboard: on });
    });
  return (
    <Panel title={t('settings.paste')}>
      <SettingRow label={t('settings.watchClipboard')} note={t('settings.watchClipboard.note')}>
        {(labelId) => <Switch aria-labelledby={labelId} checked={watchClipboard} loading={busy} onChange={change} />}
      </SettingRow>
    </Panel>
  );
}

/** Asks the host, which may ask the user; a browser answers only in a secure page that has the keyboard. */
async function isAllowed(): Promise<boolean> {
  try {
    await navigator.clipboard.readText();
    return true;
  } catch {
    return false;
  }
}
