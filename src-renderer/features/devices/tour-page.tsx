import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Select, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { DeviceOutputs } from '#contract/devices';
import { type SurfaceId, surfaceIds } from '#contract/surfaces';
import { asAppError } from '../../state/as-app-error.ts';
import type { AppError } from '#contract/errors';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TourSteps } from './tour-steps.tsx';
import './devices.css';

type Tour = DeviceOutputs['devices.tour'];

/** A guided round: the fewest tries that cover the user's own links in the places they post to. */
export function TourPage(): ReactNode {
  const { t } = useTranslator();
  const { transport, route } = useServices();
  const [surfaces, setSurfaces] = useState<SurfaceId[] | null>(null);
  const [tour, setTour] = useState<Tour | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [tries, setTries] = useState(0);

  // Planned once for a round: each record makes the plan shorter, and steps must not move under one's hands.
  useEffect(() => {
    let gone = false;
    setTour(null);
    setError(null);
    transport.call('devices.tour', { surfaces }).then(
      (planned) => {
        if (!gone) setTour(planned);
      },
      (failure: unknown) => {
        if (!gone) setError(asAppError(failure));
      },
    );
    return () => {
      gone = true;
    };
  }, [transport, surfaces, tries]);

  return (
    <>
      <PageHeader
        title={t('devices.tour')}
        note={t('devices.note')}
        actions={
          <Button icon={<ArrowLeftOutlined />} onClick={() => route.getState().go('checks')}>
            {t('devices.tour.back')}
          </Button>
        }
      />
      {error ? <ErrorNotice error={error} onRetry={() => setTries(tries + 1)} /> : null}
      {!tour && !error ? <Skeleton active /> : null}
      {tour ? (
        <div className="stack">
          <label className="device-line">
            <span className="secondary">{t('devices.tour.places')}</span>
            <Select
              mode="multiple"
              className="tour-places"
              value={tour.surfaces as SurfaceId[]}
              onChange={(chosen) => setSurfaces(chosen.length > 0 ? chosen : null)}
              options={surfaceIds.map((value) => ({ value, label: t(`surface.${value}`) }))}
            />
          </label>
          <TourSteps key={tour.surfaces.join(' ')} tour={tour} onEnd={() => route.getState().go('checks')} />
        </div>
      ) : null}
    </>
  );
}
