import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { useServices, useSettings } from '../state/services.tsx';

/** Reminds that verdicts are those of another day than today. */
export function AsOfBanner(): ReactNode {
  const { t } = useTranslator();
  const { settings } = useServices();
  const { asOf } = useSettings();
  if (asOf === null) return null;
  return (
    <Alert
      banner
      type="info"
      title={t('asOf.banner', { date: asOf })}
      action={
        <Button size="small" onClick={() => void settings.getState().change({ asOf: null })}>
          {t('asOf.back')}
        </Button>
      }
    />
  );
}
