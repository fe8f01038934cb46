import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import type { Tone } from '../theme/status-colors.ts';
import { ToneTag } from './tone-tag.tsx';

const tones = { block: 'bad', warn: 'warn', info: 'neutral', ok: 'good' } as const satisfies Record<string, Tone>;

/** How serious a finding is. `ok` says that nothing was found, never that something is safe. */
export function SeverityTag({ severity }: { severity: keyof typeof tones }): ReactNode {
  const { t } = useTranslator();
  return <ToneTag tone={tones[severity]}>{t(`severity.${severity}`)}</ToneTag>;
}
