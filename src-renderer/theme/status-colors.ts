import type { Outcome } from '#contract/surfaces';

export type Tone = 'good' | 'step' | 'warn' | 'bad' | 'gone' | 'open' | 'neutral';

/** Text, tint and line of one tone. Chosen to stay apart under red-green colour blindness; every use adds a shape or word. */
export interface ToneColors {
  text: string;
  tint: string;
  line: string;
}

/** Contrast of `text` on `tint` and on the page is at least 4.5 : 1 in both themes. */
export const toneColors: Record<'light' | 'dark', Record<Tone, ToneColors>> = {
  light: {
    good: { text: '#00614E', tint: '#E1F3EC', line: '#9AD3C0' },
    step: { text: '#0B5394', tint: '#E4EFFA', line: '#A6CBEF' },
    warn: { text: '#854A00', tint: '#FCF0DC', line: '#EBC78C' },
    bad: { text: '#AE2012', tint: '#FCE7E3', line: '#F0AFA5' },
    gone: { text: '#4A4F57', tint: '#ECEDEF', line: '#C3C7CD' },
    open: { text: '#565C66', tint: '#FFFFFF', line: '#AEB4BD' },
    neutral: { text: '#3A4149', tint: '#F1F2F4', line: '#D4D8DD' },
  },
  dark: {
    good: { text: '#6FD6B5', tint: '#123029', line: '#23594B' },
    step: { text: '#8DC3F7', tint: '#15283B', line: '#294B6E' },
    warn: { text: '#F0B860', tint: '#352816', line: '#654A22' },
    bad: { text: '#FF9C8D', tint: '#3B1D19', line: '#71362E' },
    gone: { text: '#A9AFB8', tint: '#25282D', line: '#42474E' },
    open: { text: '#B4BAC3', tint: '#1B1E22', line: '#535961' },
    neutral: { text: '#C6CBD2', tint: '#25292E', line: '#40464D' },
  },
};

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
