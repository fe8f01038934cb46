import { Alert, Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { useSettings } from '../state/services.tsx';

const AsOfDialog = lazy(() =>
  import('../features/policy/as-of-dialog.tsx').then((module) => ({ default: module.AsOfDialog })),
);

/** Reminds that verdicts are those of another day than today. */
export function AsOfBanner(): ReactNode {
  const { t } = useTranslator();
  const { asOf } = useSettings();
  const [leaving, setLeaving] = useState(false);
  if (asOf === null) return null;
  return (
    <Alert
      banner
      type="info"
      title={t('asOf.banner', { date: asOf })}
      action={
        <>
          <Button size="small" onClick={() => setLeaving(true)}>
            {t('asOf.back')}
          </Button>
          {leaving ? (
            <Suspense>
              <AsOfDialog asOf={null} onClose={() => setLeaving(false)} />
            </Suspense>
          ) : null}
        </>
      }
    />
  );
}
