import type { ReactNode } from 'react';
import type { Tone } from '../theme/status-colors.ts';

/** Each tone has a shape of its own, so that it is told apart without colour. */
const shapes: Record<Tone, string> = {
  good: '●',
  step: '◆',
  warn: '▲',
  bad: '■',
  gone: '✕',
  open: '○',
  neutral: '',
};

/** A small label in one of the status tones: colour, shape and word together. */
export function ToneTag({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return (
    <span className={`tone-tag tone-${tone}`}>
      {shapes[tone] === '' ? null : <span aria-hidden="true">{shapes[tone]}</span>}
      {children}
    </span>
  );
}
