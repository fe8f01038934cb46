import { Button, Input, Radio, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DeviceEffect, DeviceOutputs } from '#contract/devices';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import type { DeviceRecord } from '#domain/checking/device-records';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { OutcomeChoice } from './outcome-choice.tsx';
import { SendStep } from './send-step.tsx';
import './devices.css';

type Reach = DeviceRecord['reach'];

const reaches: readonly Reach[] = ['link', 'host', 'kind'];
const versionPattern = /^$|^\d{1,2}(\.\d{1,4}){1,3}$/;

interface DeviceTryProps {
  linkId: number;
  /** Null lets the user choose the place. */
  surface: SurfaceId | null;
  /** For which links the result is to stand, to begin with. */
  reach: Reach;
  /** Beside the button that records. */
  extra?: ReactNode;
  onRecorded(effect: DeviceEffect): void;
}

/** One try on a phone: what to send, what was seen, on which phone. */
export function DeviceTry(props: DeviceTryProps): ReactNode {
  const { data, error, reload } = useRemote('devices.sample', { linkId: props.linkId });
  if (data) return <TryForm {...props} sample={data} />;
  return error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active />;
}

function TryForm({
  linkId,
  surface: fixed,
  reach: firstReach,
  extra,
  onRecorded,
  sample,
}: DeviceTryProps & { sample: DeviceOutputs['devices.sample'] }): ReactNode {
  const { t } = useTranslator();
  const { transport, settings } = useServices();
  const { run, busy } = useAction();
  const { data: rules } = useRemote('rules.openability', {});
  const [surface, setSurface] = useState<SurfaceId>(fixed ?? settings.getState().settings.surface);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [phone, setPhone] = useState(sample.lastDevice);
  const [note, setNote] = useState('');
  const [reach, setReach] = useState<Reach>(firstReach);
  const versionFits = versionPattern.test(phone.wechatVersion.trim());

  const record = (): void => {
    if (outcome === null) return;
    run(async () => {
      const { device, wechatVersion } = phone;
      const seen = { surface, outcome, device: device.trim(), wechatVersion: wechatVersion.trim(), note: note.trim() };
      onRecorded(await transport.call('devices.add', { linkId, reach, ...seen }));
    });
  };
  return (
    <div className="device-try">
      <SendStep sample={sample} surface={surface} onSurface={fixed === null ? setSurface : null} />
      <section>
        <h3>{t('devices.see')}</h3>
        <OutcomeChoice value={outcome} onChange={setOutcome} phrases={rules?.pack.phrases ?? []} />
      </section>
      <section>
        <h3>{t('devices.phone')}</h3>
        <div className="device-fields">
          <label>
            <span>{t('devices.device')}</span>
            <Input
              value={phone.device}
              maxLength={60}
              placeholder={t('devices.device.hint')}
              onChange={({ target }) => setPhone({ ...phone, device: target.value })}
            />
          </label>
          <label>
            <span>{t('devices.version')}</span>
            <Input
              value={phone.wechatVersion}
              maxLength={20}
              status={versionFits ? '' : 'error'}
              placeholder={t('devices.version.hint')}
              onChange={({ target }) => setPhone({ ...phone, wechatVersion: target.value })}
            />
            {versionFits ? null : <small className="device-bad">{t('devices.version.bad')}</small>}
          </label>
          <label>
            <span>{t('devices.remark')}</span>
            <Input value={note} maxLength={300} onChange={({ target }) => setNote(target.value)} />
          </label>
        </div>
        <div className="device-reach">
          <span className="secondary">{t('devices.reach')}</span>
          <Radio.Group
            value={reach}
            onChange={({ target }) => setReach(target.value as Reach)}
            options={reaches.map((value) => ({ value, label: t(`devices.reach.${value}`) }))}
          />
        </div>
      </section>
      <footer className="page-actions">
        <Button type="primary" disabled={outcome === null || !versionFits} loading={busy} onClick={record}>
          {t('devices.record')}
        </Button>
        {extra}
      </footer>
    </div>
  );
}
