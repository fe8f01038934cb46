import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Where the data is and what this program is. */
export function DataSection(): ReactNode {
  const { t } = useTranslator();
  const { settings } = useServices();
  const info = useStore(settings, (state) => state.info);
  if (!info) return null;
  return (
    <Panel title={t('settings.data')} note={t('settings.data.note')}>
      <DataList
        rows={[
          [
            t('settings.dataDir'),
            <span key="dir" className="toolbar">
              <code className="mono">{info.dataDir}</code>
              <CopyButton text={info.dataDir} size="small" />
            </span>,
          ],
          [t('settings.version'), `${info.version} · ${t(`settings.host.${info.host}`)}`],
          [t('settings.schema'), String(info.schemaVersion)],
        ]}
      />
    </Panel>
  );
}
