import type { ReactNode } from 'react';
import type { Blocker } from '#contract/campaigns';
import { useTranslator } from '../i18n/locale.tsx';
import { SeverityTag } from './severity-tag.tsx';
import { ToneTag } from './tone-tag.tsx';

const ofWording: readonly (Blocker['code'] | null)[] = [null, 'copy-block', 'copy-warn'];

interface BlockerTagProps {
  severity: Blocker['severity'];
  /** null = a product's own wording */
  code: Blocker['code'] | null;
}

/** How serious what is in the way of an item is. Only wording can break a rule: a missing link is no violation. */
export function BlockerTag({ severity, code }: BlockerTagProps): ReactNode {
  const { t } = useTranslator();
  if (ofWording.includes(code)) return <SeverityTag severity={severity} />;
  return <ToneTag tone={severity === 'block' ? 'bad' : 'warn'}>{t(`blocker.${severity}`)}</ToneTag>;
}
