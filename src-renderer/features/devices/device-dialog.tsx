import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DeviceEffect } from '#contract/devices';
import { useTranslator } from '../../i18n/locale.tsx';
import { DeviceTry } from './device-try.tsx';
import { EffectNotice } from './effect-notice.tsx';
import './devices.css';

/** Trying one link on a phone and noting what was seen. */
export function DeviceDialog({ linkId, onClose }: { linkId: number; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const [effect, setEffect] = useState<DeviceEffect | null>(null);
  return (
    <Modal
      open
      width={880}
      title={t('devices.title')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={effect ? <Button onClick={onClose}>{t('common.close')}</Button> : null}
    >
      {effect ? (
        <EffectNotice effect={effect} onChanged={setEffect} onTakenBack={() => setEffect(null)} />
      ) : (
        <>
          <p className="secondary device-note">{t('devices.note')}</p>
          <DeviceTry linkId={linkId} surface={null} reach="host" onRecorded={setEffect} />
        </>
      )}
    </Modal>
  );
}
