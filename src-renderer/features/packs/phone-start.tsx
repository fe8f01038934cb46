import { Alert, Button, Form, Segmented, Select, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { type LanPlace, shareMinutes } from '#contract/phone';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';

interface PhoneStartProps {
  packId: number;
  /** Name of another pack that is being shared now. */
  other: string | null;
  onClose(): void;
}

/** Says what starting exposes, and lets the user choose the network and the time. */
export function PhoneStart({ packId, other, onClose }: PhoneStartProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const places = useRemote('phone.places', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [minutes, setMinutes] = useState<(typeof shareMinutes)[number]>(30);
  // A public or virtual network is never taken without being asked for.
  const placeId = chosen ?? places.data?.find(({ kind }) => kind === 'lan')?.id ?? null;
  const none = places.data?.length === 0;
  return (
    <div className="phone-start">
      <p>{t('phone.explain')}</p>
      <section className="phone-exposes" aria-label={t('phone.exposes')}>
        <h3>{t('phone.exposes')}</h3>
        <ul>
          <li>{t('phone.exposes.what')}</li>
          <li>{t('phone.exposes.who')}</li>
          <li>{t('phone.exposes.how')}</li>
          <li>{t('phone.exposes.end')}</li>
        </ul>
      </section>
      {other === null ? null : <Alert type="warning" showIcon title={t('phone.other', { name: other })} />}
      {places.error ? <ErrorNotice error={places.error} onRetry={places.reload} /> : null}
      {places.data === null && !places.error ? <Skeleton active paragraph={{ rows: 2 }} /> : null}
      {none ? (
        <Alert
          type="warning"
          showIcon
          title={t('phone.noNetwork')}
          action={<Button onClick={places.reload}>{t('phone.reload')}</Button>}
        />
      ) : (
        <Form colon={false} labelCol={{ flex: '104px' }} labelAlign="left">
          <Form.Item label={t('phone.network')} htmlFor="phone-network">
            <Select
              id="phone-network"
              value={placeId}
              placeholder={t('phone.network.choose')}
              onChange={setChosen}
              options={(places.data ?? []).map((place) => ({ value: place.id, label: <Place place={place} /> }))}
            />
          </Form.Item>
          <Form.Item label={t('phone.minutes')}>
            <Segmented
              value={minutes}
              options={shareMinutes.map((n) => ({ value: n, label: t('phone.minutes.n', { n }) }))}
              onChange={setMinutes}
            />
          </Form.Item>
        </Form>
      )}
      <div className="page-actions phone-actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          type="primary"
          disabled={placeId === null || none}
          loading={busy}
          onClick={() => placeId && run(() => transport.call('phone.start', { packId, placeId, minutes }))}
        >
          {t('phone.start')}
        </Button>
      </div>
    </div>
  );
}

function Place({ place: { name, address, kind } }: { place: LanPlace }): ReactNode {
  const { t } = useTranslator();
  return (
    <>
      {name} <span className="faint">{address}</span>
      {kind === 'lan' ? null : <span className="place-warning"> · {t(`phone.network.${kind}`)}</span>}
    </>
  );
}
