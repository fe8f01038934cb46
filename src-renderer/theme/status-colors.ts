import type { Outcome } from '#contract/surfaces';

/** Roles of status colours; their values are in status-colors.css, told apart under red-green colour blindness too. */
export type Tone = 'good' | 'step' | 'warn' | 'bad' | 'gone' | 'open' | 'neutral';

export const outcomeTone: Record<Outcome, Tone> = {
  opens: 'good',
  confirm: 'step',
  'copy-to-browser': 'warn',
  'copy-to-app': 'step',
  'not-clickable': 'warn',
  blocked: 'bad',
  dead: 'gone',
  unknown: 'open',
};
