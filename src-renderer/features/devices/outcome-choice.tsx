import type { ReactNode } from 'react';
import { outcomeNames } from '#contract/messages/openability-messages';
import { type Outcome, outcomes } from '#contract/surfaces';
import type { BlockPhrase } from '#domain/openability/pack-shape';
import { useTranslator } from '../../i18n/locale.tsx';
import { PhonePicture } from './phone-picture.tsx';

interface OutcomeChoiceProps {
  value: Outcome | null;
  onChange(outcome: Outcome): void;
  /** Words of WeChat's notices, by which they are recognised. */
  phrases: readonly BlockPhrase[];
}

/** The eight things a phone can show, as pictures with the words to recognise them by. */
export function OutcomeChoice({ value, onChange, phrases }: OutcomeChoiceProps): ReactNode {
  const { t, pick } = useTranslator();
  const words = phrases.filter(({ outcome }) => outcome === value).map(({ text }) => `“${text}”`);
  return (
    <>
      <fieldset className="outcome-choice" aria-label={t('devices.see')}>
        {outcomes.map((outcome) => (
          <label key={outcome} className={outcome === value ? 'outcome-card outcome-chosen' : 'outcome-card'}>
            <input
              type="radio"
              name="device-outcome"
              className="visually-hidden"
              checked={outcome === value}
              onChange={() => onChange(outcome)}
            />
            <PhonePicture outcome={outcome} />
            <strong>{pick(outcomeNames[outcome])}</strong>
            <small>{t(`devices.see.${outcome}`)}</small>
          </label>
        ))}
      </fieldset>
      {words.length === 0 ? null : <p className="secondary outcome-words">{t('devices.words', { phrases: words })}</p>}
    </>
  );
}
