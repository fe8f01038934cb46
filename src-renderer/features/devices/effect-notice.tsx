import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { DeviceEffect } from '#contract/devices';
import { linkKindName } from '#contract/messages/link-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

interface EffectNoticeProps {
  effect: DeviceEffect;
  onChanged(effect: DeviceEffect): void;
  onTakenBack(): void;
}

/** What a record means for the catalog; where it speaks against the pack, it is said and can be applied to the kind. */
export function EffectNotice({ effect, onChanged, onTakenBack }: EffectNoticeProps): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { transport } = useServices();
  const { run, busy } = useAction();
  const { record, contradicts, links } = effect;
  const isForAll = links[record.reach] === links.kind;
  const surface = t(`surface.${record.surface as SurfaceId}`);
  const seen = pick(outcomeNames[record.outcome]);
  const counted = (value: number): string => value.toLocaleString(locale);
  const apply = (): void =>
    run(async () => onChanged(await transport.call('devices.reach', { id: record.id, reach: 'kind' })));
  const takeBack = (): void =>
    run(async () => {
      await transport.call('devices.remove', { id: record.id });
      onTakenBack();
    });
  return (
    <div className="stack">
      <Alert
        type="success"
        showIcon
        title={t('devices.recorded', { surface, outcome: seen })}
        description={
          record.outcome === 'dead'
            ? t('devices.recorded.one')
            : t('devices.recorded.links', { n: counted(links[record.reach]) })
        }
        action={
          <Button size="small" disabled={busy} onClick={takeBack}>
            {t('devices.undo')}
          </Button>
        }
      />
      {contradicts ? (
        <Alert
          type="warning"
          showIcon
          title={t('devices.contradicts', { policy: pick(outcomeNames[record.policy]), seen })}
          description={
            isForAll
              ? t('devices.applied', { n: counted(links.kind) })
              : t('devices.contradicts.note', {
                  n: counted(links.kind),
                  kind: pick(linkKindName(record.kind)),
                  surface,
                })
          }
          action={
            isForAll ? null : (
              <Button type="primary" loading={busy} onClick={apply}>
                {t('devices.apply', { n: counted(links.kind) })}
              </Button>
            )
          }
        />
      ) : null}
    </div>
  );
}
