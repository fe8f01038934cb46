import type { ReactNode } from 'react';
import type { LinkCoupon, LinkDetail } from '#contract/links';
import { addDays, daysBetween } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useJudgingDay } from '../../state/use-judging-day.ts';
import { useToday } from '../../state/use-today.ts';
import { DataList } from '../../ui/data-list.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { remaining, remainingText, validitySentence } from './link-cells.tsx';

/** From when to when a link counts as good, on what that rests, and how old the data on its coupon is. */
export function LinkValidity({ detail: { link, coupon, validDays } }: { detail: LinkDetail }): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const left = remaining(link, useJudgingDay());
  return (
    <>
      <p className="fact-line">
        {left === null ? (
          <ToneTag tone="open">{t('links.ends.unknown')}</ToneTag>
        ) : (
          <ToneTag tone={left.tone === 'neutral' ? 'good' : left.tone}>{remainingText(left.days, translator)}</ToneTag>
        )}
        <span className="secondary">{validitySentence(link, translator)}</span>
      </p>
      <DataList
        rows={[
          [t('links.fact.issuedOn'), link.issuedOn],
          [t('links.fact.lastDay'), link.deadFrom === null ? null : addDays(link.deadFrom, -1)],
          [t('links.fact.validDays'), validDays === null ? null : t('links.days', { n: validDays })],
          [t('links.fact.coupon'), coupon === null ? null : <CouponState key="coupon" coupon={coupon} />],
        ]}
      />
      {link.issuedOn !== null && validDays !== null ? <p className="faint">{t('links.issuedAssumed')}</p> : null}
    </>
  );
}

function CouponState({ coupon: { endsOn, left, total, seenOn } }: { coupon: LinkCoupon }): ReactNode {
  const { t } = useTranslator();
  const today = useToday();
  const age = today === '' ? 0 : daysBetween(seenOn, today);
  const parts = [
    endsOn === null ? null : t('links.coupon.endsOn', { day: endsOn }),
    left === null
      ? null
      : total === null
        ? t('links.coupon.left', { left })
        : t('links.coupon.leftOf', { left, total }),
    age <= 0 ? t('links.coupon.seenToday') : t('links.coupon.seen', { n: age, day: seenOn }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
