import type { ReactNode } from 'react';
import type { ImportBatchRow } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';
import type { Tone } from '../../theme/status-colors.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';

const tones: Record<ImportBatchRow['state'], Tone> = {
  staging: 'neutral',
  merged: 'good',
  undone: 'gone',
  cancelled: 'gone',
  failed: 'bad',
};

export function BatchState({ state }: Pick<ImportBatchRow, 'state'>): ReactNode {
  const { t } = useTranslator();
  return <ToneTag tone={tones[state]}>{t(`imports.state.${state}`)}</ToneTag>;
}
