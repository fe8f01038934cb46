import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRoute, useServices } from '../../state/services.tsx';

/** Said once after a pack was opened from disk: what was checked, and what that does not prove. */
export function OpenedNotice(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { view } = useRoute();
  const { opened, missing } = view;
  if (opened !== 'new' && opened !== 'known') return null;
  const lines = [t(opened === 'new' ? 'packs.openedNew' : 'packs.opened')];
  if (typeof missing === 'number' && missing > 0) lines.push(t('packs.openedMissing', { n: missing }));
  return (
    <Alert
      type={opened === 'new' ? 'warning' : 'success'}
      showIcon
      closable={{ onClose: () => route.getState().setView({}) }}
      title={lines.join(' ')}
    />
  );
}
