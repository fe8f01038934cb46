import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DeviceEffect, DeviceOutputs } from '#contract/devices';
import { linkKindName } from '#contract/messages/link-messages';
import type { SurfaceId } from '#contract/surfaces';
import type { DeviceTry as PlannedTry } from '#domain/checking/device-records';
import { useTranslator } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { DeviceTry } from './device-try.tsx';
import { EffectNotice } from './effect-notice.tsx';

interface TourStepsProps {
  tour: DeviceOutputs['devices.tour'];
  onEnd(): void;
}

/** The tries of a round one after the other. */
export function TourSteps({ tour, onEnd }: TourStepsProps): ReactNode {
  const { t, locale } = useTranslator();
  const { tries, covered, fresh } = tour;
  const [at, setAt] = useState(0);
  const [recorded, setRecorded] = useState(0);
  const [effect, setEffect] = useState<DeviceEffect | null>(null);
  const planned = tries[at];
  const counted = (value: number): string => value.toLocaleString(locale);
  const next = (): void => {
    setEffect(null);
    setAt(at + 1);
  };
  if (tries.length === 0) return <EmptyState title={t('devices.tour.none')}>{t('devices.tour.none.note')}</EmptyState>;
  if (!planned) {
    return (
      <EmptyState
        title={t('devices.tour.done', { recorded, skipped: tries.length - recorded })}
        actions={
          <Button type="primary" onClick={onEnd}>
            {t('devices.tour.end')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      <p className="tour-plan">
        {t('devices.tour.plan', { tries: tries.length, links: counted(covered) })}
        {fresh > 0 ? ` ${t('devices.tour.fresh', { n: counted(fresh) })}` : ''}
      </p>
      <ProgressBar done={at} total={tries.length} label={t('devices.tour')} />
      <Panel title={t('devices.tour.at', { at: at + 1, tries: tries.length })} note={<StandsFor planned={planned} />}>
        {effect ? (
          <div className="stack">
            <EffectNotice
              effect={effect}
              onChanged={setEffect}
              onTakenBack={() => {
                setEffect(null);
                setRecorded(recorded - 1);
              }}
            />
            <div>
              <Button type="primary" onClick={next}>
                {t('devices.tour.next')}
              </Button>
            </div>
          </div>
        ) : (
          <DeviceTry
            key={at}
            linkId={planned.linkId}
            surface={planned.surface as SurfaceId}
            reach={planned.reach}
            extra={<Button onClick={next}>{t('devices.tour.skip')}</Button>}
            onRecorded={(made) => {
              setEffect(made);
              setRecorded(recorded + 1);
            }}
          />
        )}
      </Panel>
    </>
  );
}

function StandsFor({ planned }: { planned: PlannedTry }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { kind, surface, links, hosts } = planned;
  return (
    <>
      {t('devices.tour.stands', {
        kind: pick(linkKindName(kind)),
        surface: t(`surface.${surface as SurfaceId}`),
        links: links.toLocaleString(locale),
      })}
      {hosts > 0 ? t('devices.tour.hosts', { n: hosts }) : null}
    </>
  );
}
