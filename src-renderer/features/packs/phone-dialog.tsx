import { Alert, Button, Modal, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { PackSummary } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { PhoneRunning } from './phone-running.tsx';
import { PhoneStart } from './phone-start.tsx';
import { usePhoneState } from './use-phone-state.ts';

/** Sharing a pack with a phone: what it exposes and where, then the code, then who is in. */
export function PhoneDialog({ pack, onClose }: { pack: PackSummary; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const state = usePhoneState();
  const share = state?.share ?? null;
  const isThis = share?.packId === pack.id;
  return (
    <Modal
      open
      width={560}
      title={t('phone.title')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={isThis ? <Button onClick={onClose}>{t('common.close')}</Button> : null}
    >
      {state?.ended ? <Alert type="warning" showIcon title={t(`phone.ended.${state.ended}`)} /> : null}
      {state === null ? <Skeleton active /> : null}
      {state && isThis && share ? <PhoneRunning share={share} posted={pack.posted} /> : null}
      {state && !isThis ? <PhoneStart packId={pack.id} other={share?.campaignName ?? null} onClose={onClose} /> : null}
    </Modal>
  );
}
