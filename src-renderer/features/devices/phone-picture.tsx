import type { ReactNode } from 'react';
import type { Outcome } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';

/** A sketch of what the phone shows, with WeChat's own words where there are any; the words stay Chinese. */
export function PhonePicture({ outcome }: { outcome: Outcome }): ReactNode {
  return (
    <span className="phone-picture" aria-hidden="true">
      <Screen outcome={outcome} />
    </span>
  );
}

function Screen({ outcome }: { outcome: Outcome }): ReactNode {
  const { t } = useTranslator();
  switch (outcome) {
    case 'opens':
      return (
        <>
          <span className="phone-image" />
          <span className="phone-line" />
          <span className="phone-line phone-short" />
        </>
      );
    case 'confirm':
      return (
        <>
          <b>{t('devices.phone.about')}</b>
          <span className="phone-line" />
          <span className="phone-button">{t('devices.phone.continue')}</span>
        </>
      );
    case 'copy-to-browser':
      return <b>{t('devices.phone.copy')}</b>;
    case 'copy-to-app':
      return (
        <>
          <span className="phone-bubble">{t('devices.phone.token')}</span>
          <span className="phone-button">淘</span>
        </>
      );
    case 'not-clickable':
      return <span className="phone-bubble">https://…</span>;
    case 'blocked':
      return (
        <>
          <span className="phone-stop">!</span>
          <b>{t('devices.phone.stopped')}</b>
        </>
      );
    case 'dead':
      return (
        <>
          <span className="phone-gone">×</span>
          <b>{t('devices.phone.gone')}</b>
        </>
      );
    case 'unknown':
      return <span className="phone-gone">?</span>;
  }
}
