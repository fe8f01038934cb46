import { MobileOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { DeviceDialog } from './device-dialog.tsx';

/** Opens 真机验证 for one link. */
export function DeviceButton({ linkId, ...button }: { linkId: number } & Omit<ButtonProps, 'onClick'>): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<MobileOutlined />} {...button} onClick={() => setOpen(true)}>
        {t('devices.title')}
      </Button>
      {open ? <DeviceDialog linkId={linkId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
