import type { ReactNode } from 'react';
import type { ProductDetail } from '#contract/catalog';
import { daysBetween } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useToday } from '../../state/use-today.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Count, Money, Rate } from '../../ui/money.tsx';
import { FormerPrice, Price } from '../../ui/price.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { ProductFindings } from '../compliance/product-findings.tsx';
import { couponText, couponTime } from './coupon-text.ts';
import { ProductHistory } from './product-history.tsx';
import { ProductLink } from './product-link.tsx';
import { CouponStateTag } from './row-cells.tsx';

/** What is said of a coupon is not to be relied on after this. */
const oldCouponDays = 3;

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="sheet-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What the files said of a product, what its links do, what its wording says, and how it came to this. */
export function ProductSheet({ detail }: { detail: ProductDetail }): ReactNode {
  const { t } = useTranslator();
  const { product, links, history, extra, seller, brand } = detail;
  const extraRows = Object.entries(extra);
  return (
    <div className="product-sheet">
      <header>
        <h2 className="few-lines" title={product.title}>
          {product.title}
        </h2>
        <p className="secondary">
          {t(`platform.${product.platform}`)}
          {product.shop === null ? null : ` · ${product.shop}`}
          {product.category === null ? null : ` · ${product.category}`}
        </p>
      </header>
      <Figures detail={detail} />
      <Section title={t('catalog.links', { n: links.length })}>
        {links.length === 0 ? <p className="faint">{t('catalog.links.none')}</p> : null}
        {links.map((link) => (
          <ProductLink key={link.id} link={link} />
        ))}
      </Section>
      <Section title={t('catalog.wording')}>
        <ProductFindings productId={product.id} />
      </Section>
      <Section title={t('catalog.history')}>
        <ProductHistory history={history} />
      </Section>
      <Section title={t('catalog.facts')}>
        <DataList
          rows={[
            [t('catalog.column.itemId'), <ItemId key="id" value={product.itemId} />],
            [t('catalog.seller'), seller],
            [t('catalog.brand'), brand],
            ...extraRows.map(([name, value]) => [name, value] as const),
          ]}
        />
      </Section>
    </div>
  );
}

function ItemId({ value }: { value: string }): ReactNode {
  return (
    <>
      <span className="mono">{value}</span> <CopyButton text={value} size="small" type="text" />
    </>
  );
}

/** Stock and end of a coupon change by the hour; how old what is known of them is decides what it is worth. */
function CouponAge({ seenOn }: { seenOn: string }): ReactNode {
  const { t } = useTranslator();
  const today = useToday();
  const days = today === '' ? 0 : daysBetween(seenOn, today);
  return (
    <small className={days > oldCouponDays ? 'stat-warn' : undefined}>
      {days <= 0 ? t('catalog.coupon.seenToday') : t('catalog.coupon.seen', { n: days })}
    </small>
  );
}

/** Price, coupon, commission and sales at a glance. */
function Figures({ detail: { product, couponSeenOn } }: { detail: ProductDetail }): ReactNode {
  const { t } = useTranslator();
  const { coupon, commissionFen, commissionRateBp, monthlySales, dataDate } = product;
  return (
    <dl className="sheet-figures">
      <div>
        <dt>{t('catalog.column.price')}</dt>
        <dd>
          <Price product={product} />
          <FormerPrice product={product} />
        </dd>
      </div>
      <div>
        <dt>{t('catalog.column.coupon')}</dt>
        <dd>
          {coupon === null ? t('common.none') : couponText(coupon, t)}
          {coupon === null ? null : <CouponStateTag state={coupon.state} />}
          {coupon === null ? null : <small>{couponTime(coupon, t)}</small>}
          {coupon?.left === null || coupon?.left === undefined ? null : (
            <small>
              {coupon.total === null
                ? t('catalog.coupon.left', { left: coupon.left })
                : t('catalog.coupon.leftOf', { left: coupon.left, total: coupon.total })}
            </small>
          )}
          {coupon === null || couponSeenOn === null ? null : <CouponAge seenOn={couponSeenOn} />}
        </dd>
      </div>
      <div>
        <dt>{t('catalog.column.commission')}</dt>
        <dd>
          <Money fen={commissionFen} />
          <small>
            <Rate bp={commissionRateBp} />
          </small>
        </dd>
      </div>
      <div>
        <dt>{t('catalog.column.sales')}</dt>
        <dd>
          <Count value={monthlySales} />
          <small>{t('catalog.dataOf', { date: dataDate })}</small>
        </dd>
      </div>
    </dl>
  );
}
