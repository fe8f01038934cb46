import type { ReactNode } from 'react';
import type { ItemState } from '#contract/item-states';
import { useTranslator } from '../i18n/locale.tsx';
import type { Tone } from '../theme/status-colors.ts';
import { ToneTag } from './tone-tag.tsx';

export const stateTone: Record<ItemState, Tone> = {
  todo: 'warn',
  fix: 'bad',
  ready: 'good',
  exported: 'step',
  posted: 'neutral',
};

/** Where an item stands on its way to being posted. */
export function StateTag({ state, count }: { state: ItemState; count?: number }): ReactNode {
  const { t } = useTranslator();
  return (
    <ToneTag tone={stateTone[state]}>
      {t(`itemState.${state}`)}
      {count === undefined ? null : <span className="tabular">{count}</span>}
    </ToneTag>
  );
}
