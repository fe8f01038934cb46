import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { earningMessages } from '#contract/messages/link-messages';
import { useTranslator } from '../i18n/locale.tsx';
import type { Tone } from '../theme/status-colors.ts';
import { ToneTag } from './tone-tag.tsx';

interface Earning {
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  /** Code of the reason, shown on hover and focus. */
  reason?: string;
}

function toneOf({ earns, owner }: Earning): { tone: Tone; key: 'own' | 'other' | 'yes' | 'unknown' | 'no' } {
  if (earns === 'no') return { tone: 'warn', key: 'no' };
  if (owner === 'other') return { tone: 'bad', key: 'other' };
  if (earns === 'unknown') return { tone: 'open', key: 'unknown' };
  return owner === 'own' ? { tone: 'good', key: 'own' } : { tone: 'good', key: 'yes' };
}

/** What to call it; the name is the text `earning.<key>`. */
export const earningKey = (earning: Pick<Earning, 'earns' | 'owner'>) => toneOf(earning).key;

/** Whether the link earns, and for whom. */
export function EarningTag(earning: Earning): ReactNode {
  const { t, pick } = useTranslator();
  const { tone, key } = toneOf(earning);
  const reason = Object.hasOwn(earningMessages, earning.reason ?? '')
    ? pick(earningMessages[earning.reason as keyof typeof earningMessages])
    : null;
  const tag = <ToneTag tone={tone}>{t(`earning.${key}`)}</ToneTag>;
  return reason ? <Tooltip title={reason}>{tag}</Tooltip> : tag;
}
