import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { SettingRow } from '../settings/setting-row.tsx';

/** The way back to the tour. */
export function TourSetting(): ReactNode {
  const { t } = useTranslator();
  const { tour } = useServices();
  return (
    <SettingRow label={t('tour.again')} note={t('tour.again.note')}>
      {(labelId) => (
        <Button aria-describedby={labelId} onClick={() => tour.setState({ isOpen: true })}>
          {t('tour.again.do')}
        </Button>
      )}
    </SettingRow>
  );
}
