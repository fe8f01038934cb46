import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { capabilityNames } from '#contract/messages/top-names';
import type { TopTestStep } from '#contract/top';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import type { Tone } from '../../theme/status-colors.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { useAction } from '../../ui/use-action.ts';
import { refusalText } from './refusal-text.ts';

const tones: Record<TopTestStep['state'], Tone> = { works: 'good', refused: 'bad', 'not-tested': 'open' };

/** Tries the stored keys and says of each thing the app does with them whether it works. */
export function KeyTest(): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  const [steps, setSteps] = useState<TopTestStep[]>([]);
  return (
    <div className="top-test">
      <div className="toolbar">
        <Button
          loading={busy}
          onClick={() => run(async () => setSteps(await transport.call('top.test', { keys: null, proxy: null })))}
        >
          {t('top.test')}
        </Button>
        <span className="secondary">{t('top.test.note')}</span>
      </div>
      {steps.length > 0 ? (
        <ul className="top-steps" role="status">
          {steps.map(({ capability, state, refusal }) => (
            <li key={capability}>
              <ToneTag tone={tones[state]}>{t(`top.test.${state}`)}</ToneTag>
              <span>{pick(capabilityNames[capability])}</span>
              {refusal ? <p className="secondary">{refusalText(refusal, locale)}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
