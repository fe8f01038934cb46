import type { ReactNode } from 'react';
import type { JobState } from '#contract/jobs';
import { useTranslator } from '../../i18n/locale.tsx';
import type { Tone } from '../../theme/status-colors.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';

const tones: Record<JobState, Tone> = {
  queued: 'neutral',
  running: 'step',
  paused: 'warn',
  done: 'good',
  failed: 'warn',
  cancelled: 'gone',
  interrupted: 'warn',
};

/** How a run stands. */
export function TopStateTag({ state }: { state: JobState }): ReactNode {
  const { t } = useTranslator();
  return <ToneTag tone={tones[state]}>{t(`top.run.state.${state}`)}</ToneTag>;
}
