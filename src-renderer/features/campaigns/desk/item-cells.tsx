import { HolderOutlined, PushpinOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { CampaignItem } from '#contract/campaigns';
import { blockerMessages } from '#contract/messages/campaign-messages';
import { linkKindName } from '#contract/messages/link-messages';
import { addDays } from '#domain/shared/shanghai-day';
import { isUsable } from '#domain/catalog/price-now';
import { useTranslator } from '../../../i18n/locale.tsx';
import { earningKey } from '../../../ui/earning-tag.tsx';
import { Money } from '../../../ui/money.tsx';
import { Price } from '../../../ui/price.tsx';
import { OutcomeTag } from '../../../ui/outcome-tag.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { couponText } from '../../catalog/coupon-text.ts';
import { linkReason } from '../link-reason.ts';

const nothing = <span className="faint">—</span>;

export function NumberCell({ number, movable }: { number: number; movable: boolean }): ReactNode {
  const { t } = useTranslator();
  return (
    <span className="item-number tabular" title={movable ? t('campaigns.moveHint') : undefined}>
      {movable ? <HolderOutlined aria-hidden="true" /> : null}
      {number}
    </span>
  );
}

/** The title, and the first thing in the way of the item. */
export function TitleCell({ item }: { item: CampaignItem }): ReactNode {
  const { t, pick } = useTranslator();
  const [first] = item.blockers;
  const all = item.blockers.map(({ code, params }) => pick(blockerMessages[code], params));
  // Their number stands first: at the end it would be what a narrow column cuts off.
  const blockers = all.length > 1 ? t('campaigns.blockers', { n: all.length, first: all[0] ?? '' }) : all[0];
  return (
    <TwoLines
      className="product-title"
      second={blockers ?? item.text.split('\n', 1)[0]}
      secondClassName={first && `blocker-${first.severity}`}
      title={item.title}
      secondTitle={first ? all.join('\n') : item.text}
    >
      {item.title}
    </TwoLines>
  );
}

export function LinkCell({ item: { link } }: { item: CampaignItem }): ReactNode {
  const { t, pick, locale } = useTranslator();
  if (!link) return <span className="blocker-block">{t('catalog.noLink')}</span>;
  const reason = linkReason(link, { t, locale });
  // All other reasons name the kind themselves.
  const why = link.pinned ? `${pick(linkKindName(link.kind))} · ${reason}` : reason;
  return (
    <TwoLines className="item-link" second={why} secondTitle={why}>
      <OutcomeTag outcome={link.outcome} />
      {link.pinned ? <PushpinOutlined aria-label={t('campaigns.pinned')} title={t('campaigns.pinned')} /> : null}
    </TwoLines>
  );
}

export function PriceCell({ item: { product } }: { item: CampaignItem }): ReactNode {
  const { t } = useTranslator();
  if (!product) return nothing;
  const { coupon } = product;
  return (
    <>
      <Price product={product} />
      {coupon ? (
        <small className={isUsable(coupon) ? 'coupon-face' : 'coupon-face coupon-over'}>{couponText(coupon, t)}</small>
      ) : null}
    </>
  );
}

export function CommissionCell({ item: { product, link } }: { item: CampaignItem }): ReactNode {
  const { t } = useTranslator();
  const paid = link?.earns === 'yes' && link.owner !== 'other';
  return (
    <>
      <Money fen={product?.commissionFen ?? null} />
      {link ? <small className={paid ? undefined : 'blocker-warn'}>{t(`earning.${earningKey(link)}`)}</small> : null}
    </>
  );
}

/** The last day the item can be bought as it is posted: its link's or its coupon's, whichever ends first. */
export function lastDay({ link, product }: Pick<CampaignItem, 'link' | 'product'>): {
  day: string;
  what: 'link' | 'coupon';
} | null {
  const ends: { day: string; what: 'link' | 'coupon' }[] = [];
  if (link?.deadFrom) ends.push({ day: addDays(link.deadFrom, -1), what: 'link' });
  const { coupon } = product ?? {};
  if (coupon?.endsOn) ends.push({ day: coupon.endsOn, what: 'coupon' });
  return ends.toSorted((a, b) => a.day.localeCompare(b.day))[0] ?? null;
}

export function EndsCell({ item }: { item: CampaignItem }): ReactNode {
  const { t } = useTranslator();
  const end = lastDay(item);
  if (!end) return nothing;
  return (
    <>
      <time dateTime={end.day} className="tabular">
        {end.day}
      </time>
      <small>{t(`campaigns.ends.${end.what}`)}</small>
    </>
  );
}
