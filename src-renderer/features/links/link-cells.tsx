import type { ReactNode } from 'react';
import type { LinkRow } from '#contract/links';
import { earningMessages, linkKindName, validityMessages } from '#contract/messages/link-messages';
import type { MessageText } from '#contract/messages/format-message';
import { addDays, daysBetween } from '#domain/shared/shanghai-day';
import { type Translator, useTranslator } from '../../i18n/locale.tsx';
import { useJudgingDay } from '../../state/use-judging-day.ts';
import { useOwnPidName } from '../../state/use-own-pid-name.ts';
import type { Tone } from '../../theme/status-colors.ts';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';

/** A text of a catalogue keyed by codes that a newer version may have more of. */
export function messageOf(messages: Readonly<Record<string, MessageText>>, code: string): MessageText | null {
  return Object.hasOwn(messages, code) ? (messages[code] ?? null) : null;
}

export function LinkCell({ row: { kind, value } }: { row: LinkRow }): ReactNode {
  const { pick } = useTranslator();
  return (
    <TwoLines className="link-kind" second={value} secondClassName="mono" title={value}>
      {pick(linkKindName(kind))}
    </TwoLines>
  );
}

export function LinkProductCell({ row: { productTitle, productId, itemId } }: { row: LinkRow }): ReactNode {
  const { t } = useTranslator();
  if (productId === null) return <TwoLines second={itemId}>{t('links.noProduct')}</TwoLines>;
  return (
    <TwoLines second={itemId} secondClassName="mono" title={productTitle ?? undefined}>
      {productTitle ?? itemId}
    </TwoLines>
  );
}

export function LinkEarningCell({ row: { earns, owner, earnsReason, pid } }: { row: LinkRow }): ReactNode {
  const { t, pick } = useTranslator();
  const adZone = useOwnPidName(pid);
  const reason = messageOf(earningMessages, earnsReason);
  const why = adZone === null ? reason && pick(reason) : t('links.adZone', { name: adZone });
  return (
    <TwoLines second={why} title={reason ? pick(reason) : undefined}>
      <EarningTag earns={earns} owner={owner} />
    </TwoLines>
  );
}

/** Within these many days an end is near. */
const nearDays = 7;

/** How long the link still counts as good, on the day judged by. */
export function remaining(
  row: Pick<LinkRow, 'deadFrom' | 'soldOut'>,
  today: string,
): { tone: Tone; days: number } | null {
  if (row.deadFrom === null || today === '') return null;
  const days = daysBetween(today, row.deadFrom) - 1;
  if (days < 0) return { tone: 'gone', days };
  return { tone: days <= nearDays ? 'warn' : 'neutral', days };
}

export function remainingText(days: number, { t }: Pick<Translator, 't'>): string {
  if (days < 0) return t('links.ends.over');
  return days === 0 ? t('links.ends.today') : t('links.ends.inDays', { n: days });
}

/** On what the end rests, in one sentence. */
export function validitySentence(row: LinkRow, { pick }: Pick<Translator, 'pick'>): string {
  const message = messageOf(validityMessages, row.validityBasis);
  if (!message) return row.validityBasis;
  const { deadFrom, issuedOn } = row;
  const days = deadFrom !== null && issuedOn !== null ? daysBetween(issuedOn, deadFrom) : null;
  return pick(message, { lastDay: deadFrom === null ? '' : addDays(deadFrom, -1), days: days ?? '' });
}

export function LinkEndCell({ row }: { row: LinkRow }): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const today = useJudgingDay();
  const left = remaining(row, today);
  const basis = validitySentence(row, translator);
  if (left === null || row.deadFrom === null) {
    return (
      <TwoLines className="faint" second={basis} title={basis}>
        {t('links.ends.unknown')}
      </TwoLines>
    );
  }
  const isOver = row.soldOut && left.days < 0;
  return (
    <TwoLines
      className="tabular"
      second={isOver ? t('links.ends.soldOut') : remainingText(left.days, translator)}
      secondClassName={left.tone === 'neutral' ? undefined : `stat-${left.tone}`}
      title={basis}
    >
      {addDays(row.deadFrom, -1)}
    </TwoLines>
  );
}
