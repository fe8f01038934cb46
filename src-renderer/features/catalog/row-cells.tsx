import type { ReactNode } from 'react';
import type { CatalogRow, Coupon } from '#contract/catalog';
import { isDraftKey } from '#domain/catalog/draft-key';
import { isUsable } from '#domain/catalog/price-now';
import { useTranslator } from '../../i18n/locale.tsx';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { Money, Rate } from '../../ui/money.tsx';
import { FormerPrice, Price } from '../../ui/price.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import type { Tone } from '../../theme/status-colors.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { couponText, couponTime } from './coupon-text.ts';

const nothing = <span className="faint">—</span>;

export function TitleCell({ row: { title, shop, platform, itemId } }: { row: CatalogRow }): ReactNode {
  const { t } = useTranslator();
  const place = shop === null ? t(`platform.${platform}`) : `${t(`platform.${platform}`)} · ${shop}`;
  const from = isDraftKey(itemId) ? `${place} · ${t('catalog.draft')}` : place;
  return (
    <TwoLines className="product-title" second={from} title={title}>
      {title}
    </TwoLines>
  );
}

export function PriceCell({ row }: { row: CatalogRow }): ReactNode {
  return (
    <>
      <Price product={row} />
      <FormerPrice product={row} />
    </>
  );
}

const couponTones: Record<Exclude<Coupon['state'], 'active' | 'none'>, Tone> = {
  upcoming: 'step',
  expired: 'gone',
  'used-up': 'gone',
};

/** How a coupon stands, where it cannot be used right now. */
export function CouponStateTag({ state }: { state: Coupon['state'] }): ReactNode {
  const { t } = useTranslator();
  if (state === 'active' || state === 'none') return null;
  return <ToneTag tone={couponTones[state]}>{t(`catalog.couponState.${state}`)}</ToneTag>;
}

export function CouponCell({ row: { coupon } }: { row: CatalogRow }): ReactNode {
  const { t } = useTranslator();
  if (coupon === null) return nothing;
  const usable = isUsable(coupon);
  return (
    <TwoLines
      className={usable ? 'coupon-face' : 'coupon-face coupon-over'}
      second={usable ? couponTime(coupon, t) : t(`catalog.couponState.${coupon.state}`)}
      title={couponText(coupon, t)}
    >
      {couponText(coupon, t)}
    </TwoLines>
  );
}

export function CommissionCell({ row: { commissionFen, commissionRateBp } }: { row: CatalogRow }): ReactNode {
  return (
    <>
      <Money fen={commissionFen} />
      {commissionRateBp === null ? null : <Rate as="small" bp={commissionRateBp} />}
    </>
  );
}

export function OutcomeCell({ row: { posting } }: { row: CatalogRow }): ReactNode {
  const { t } = useTranslator();
  return posting ? <OutcomeTag outcome={posting.outcome} /> : <ToneTag tone="warn">{t('catalog.noLink')}</ToneTag>;
}

export function EarningCell({ row: { posting } }: { row: CatalogRow }): ReactNode {
  return posting ? <EarningTag earns={posting.earns} owner={posting.owner} /> : nothing;
}

export function FindingCell({ row: { finding, scanned } }: { row: CatalogRow }): ReactNode {
  const { t } = useTranslator();
  if (finding !== null) return <SeverityTag severity={finding} />;
  return <span className="faint">{t(scanned ? 'catalog.finding.none' : 'catalog.finding.unscanned')}</span>;
}
