import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { KeyForm } from './key-form.tsx';
import { RunsList } from './runs-list.tsx';
import { SentData } from './sent-data.tsx';
import { StoredKeys } from './stored-keys.tsx';
import { useTopKeys } from './use-top-keys.ts';
import './top.css';

/** The user's own keys for the Taobao Open Platform, and what was done with them. */
export function TopSection(): ReactNode {
  const { t } = useTranslator();
  const { status, error, set, reload } = useTopKeys();
  const [changing, setChanging] = useState(false);
  const isEntering = status !== null && (status.state === 'none' || changing);
  return (
    <Panel title={t('top.title')} note={t('top.note')} id="top">
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {status === null && !error ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
      {isEntering ? (
        <KeyForm
          status={status}
          onSaved={(saved) => {
            set(saved);
            setChanging(false);
          }}
          onCancel={changing ? () => setChanging(false) : null}
        />
      ) : null}
      {status && !isEntering ? <StoredKeys status={status} onStatus={set} onChange={() => setChanging(true)} /> : null}
      <SentData />
      <RunsList />
    </Panel>
  );
}
