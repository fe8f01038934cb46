import type { ReactNode } from 'react';
import type { DeviceOutputs } from '#contract/devices';
import type { SurfaceId } from '#contract/surfaces';
import { type TextKey, texts } from '../../i18n/catalogue.ts';
import { type Translator, useTranslator } from '../../i18n/locale.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { SurfaceSelect } from '../../ui/surface-select.tsx';

/** How to bring the text to a place so that it can be tapped there. */
function howTo(surface: SurfaceId, { t }: Translator): string {
  const key = `devices.how.${surface}`;
  if (Object.hasOwn(texts, key)) return t(key as TextKey);
  return t('devices.how.other', { surface: t(`surface.${surface}`) });
}

interface SendStepProps {
  sample: DeviceOutputs['devices.sample'];
  surface: SurfaceId;
  /** Null where the place is given. */
  onSurface: ((surface: SurfaceId) => void) | null;
}

/** The text to send, its QR code, where to send it, and what is believed so far. */
export function SendStep({ sample, surface, onSurface }: SendStepProps): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const expected = sample.verdicts.find((verdict) => verdict.surface === surface);
  return (
    <section>
      <h3>{t('devices.send')}</h3>
      <div className="device-send">
        <div>
          <p className="device-line">
            <span className="secondary">{t('devices.where')}</span>
            {onSurface === null ? (
              <strong>{t(`surface.${surface}`)}</strong>
            ) : (
              <SurfaceSelect value={surface} onChange={onSurface} label={t('devices.where')} />
            )}
            {expected ? (
              <>
                <span className="secondary">{t('devices.expected')}</span>
                <OutcomeTag outcome={expected.outcome} />
              </>
            ) : null}
          </p>
          <p>{howTo(surface, translator)}</p>
          <pre className="device-text">{sample.text}</pre>
          <CopyButton text={sample.text} />
        </div>
        <div className="device-code">
          {sample.qr === null ? (
            <p className="faint">{t('devices.qr.none')}</p>
          ) : (
            <>
              <QrCode rows={sample.qr.rows} label={t('devices.qr')} />
              <p className="faint">{t('devices.qr.note')}</p>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
