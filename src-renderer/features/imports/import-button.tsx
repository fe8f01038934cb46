import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';

/** Starts an import from anywhere in the app. */
export function ImportButton({ primary = true }: { primary?: boolean }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      icon={<ImportOutlined />}
      onClick={() => route.getState().go('imports', { view: { step: 'choose' } })}
    >
      {t('action.import')}
    </Button>
  );
}
