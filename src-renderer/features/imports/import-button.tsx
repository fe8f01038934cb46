import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useChooseFiles } from './use-choose-files.ts';

/** Starts an import from anywhere in the app. */
export function ImportButton({ primary = true }: { primary?: boolean }): ReactNode {
  const { t } = useTranslator();
  const { busy, choose } = useChooseFiles();
  return (
    <Button type={primary ? 'primary' : 'default'} icon={<ImportOutlined />} loading={busy} onClick={choose}>
      {t('action.import')}
    </Button>
  );
}
