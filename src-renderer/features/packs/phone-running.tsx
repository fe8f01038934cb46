import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { PhoneShare } from '#contract/phone';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { shortTime } from '../../ui/short-time.ts';

const everySecondMs = 1_000;

/** `12:05` until a moment; counts down by itself. */
function useTimeLeft(endsAt: string): string {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everySecondMs);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A pack that is being shared: the code to scan, or the phone that is in, and how to end it. */
export function PhoneRunning({ share, posted }: { share: PhoneShare; posted: number }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const left = useTimeLeft(share.endsAt);
  return (
    <div className="phone-running">
      {share.code ? <CodeToScan rows={share.code.rows} share={share} /> : <PhoneIsIn share={share} />}
      <p className="tabular" aria-live="off">
        {t('phone.left', { time: left })} · {t('phone.progress', { posted, items: share.items })}
      </p>
      <ProgressBar done={posted} total={share.items} label={t('phone.progress', { posted, items: share.items })} />
      <div className="page-actions">
        <Button disabled={busy} onClick={() => run(() => transport.call('phone.newCode', {}))}>
          {t('phone.newCode')}
        </Button>
        <Button danger disabled={busy} onClick={() => run(() => transport.call('phone.stop', {}))}>
          {t('phone.stop')}
        </Button>
      </div>
    </div>
  );
}

function CodeToScan({ rows, share }: { rows: readonly string[]; share: PhoneShare }): ReactNode {
  const { t } = useTranslator();
  return (
    <>
      <h3>{t('phone.scan')}</h3>
      <QrCode rows={rows} label={t('phone.code')} />
      <p className="secondary">
        {t('phone.sameNetwork', { name: `${share.place.name} ${share.place.address}` })} {t('phone.once')}
      </p>
      <p className="faint">{t('phone.typed')}</p>
    </>
  );
}

function PhoneIsIn({ share }: { share: PhoneShare }): ReactNode {
  const { t, locale } = useTranslator();
  const { address = '', openedAt = share.endsAt } = share.device ?? {};
  return (
    <div className="phone-in" role="status">
      <h3>{t('phone.connected')}</h3>
      <p className="secondary">{t('phone.connectedNote', { address, time: shortTime(openedAt, locale) })}</p>
      <p className="faint">{t('phone.notMine')}</p>
    </div>
  );
}
