import { Alert } from 'antd';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslator } from '../i18n/locale.tsx';

function follow(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/** Says what does not work without a network; everything else goes on as always. */
export function OfflineNotice(): ReactNode {
  const { t } = useTranslator();
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  return online ? null : <Alert banner type="warning" title={t('offline.notice')} />;
}
