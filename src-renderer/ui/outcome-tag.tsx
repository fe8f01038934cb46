import type { ReactNode } from 'react';
import { outcomeNames } from '#contract/messages/openability-messages';
import type { Outcome } from '#contract/surfaces';
import { useTranslator } from '../i18n/locale.tsx';
import { outcomeTone } from '../theme/status-colors.ts';
import { ToneTag } from './tone-tag.tsx';

/** What happens when the link is tapped. */
export function OutcomeTag({ outcome }: { outcome: Outcome }): ReactNode {
  const { pick } = useTranslator();
  return <ToneTag tone={outcomeTone[outcome]}>{pick(outcomeNames[outcome])}</ToneTag>;
}
