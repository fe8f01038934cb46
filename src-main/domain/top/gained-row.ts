import type { ImportedLink, ImportedProduct } from '../catalog/imported-row.ts';
import { unsaidProduct } from '../catalog/unsaid-product.ts';
import { yuanText } from '../import/yuan-text.ts';
import { addDays } from '../shared/shanghai-day.ts';
import type { TopCoupon } from './coupon-info.ts';
import { type AskedCoupon, couponLinks, mayBePresent } from './subject-coupon.ts';
import type { TopRefusal } from './top-refusal.ts';
import type { TopSubject } from './top-subject.ts';

/** What one product gained: a row that adds to it as an import would. */
export interface GainedRow {
  product: ImportedProduct;
  links: ImportedLink[];
}

const only = ({ market, itemKey, itemId }: TopSubject): ImportedProduct => ({
  ...unsaidProduct,
  market,
  itemKey,
  itemId,
});

/** New links, and nothing else about the product. */
export const linksRow = (subject: TopSubject, links: ImportedLink[]): GainedRow => ({ product: only(subject), links });

/** Links and terms of a conversion. */
export function convertedRow(
  subject: TopSubject,
  converted: { commissionRateBp: number | null; coupon: TopCoupon | null; links: ImportedLink[] },
): GainedRow {
  const { commissionRateBp, coupon, links } = converted;
  const terms = coupon === null ? {} : couponFields(subject, coupon);
  const own = links.map((link) => ({ ...link, own: true as const }));
  return { product: { ...only(subject), commissionRateBp, ...terms }, links: own };
}

/** Stock and dates of the coupon the product already has; null when they are another coupon's. */
export const couponRow = (subject: TopSubject, coupon: TopCoupon, today: string): GainedRow | null =>
  mayBePresent(subject, coupon)
    ? { product: { ...only(subject), ...couponFields(subject, coupon) }, links: couponLinks(subject, today) }
    : null;

const nothingSaid: TopCoupon = {
  faceFen: null,
  thresholdFen: null,
  startsOn: null,
  endsOn: null,
  left: null,
  total: null,
  activityId: null,
};

/**
 * What a refused look-up still tells: a coupon that is used up has none left, one that is over or gone ended yesterday at
 * the latest. Null when it tells nothing about the product's present coupon.
 */
export function endedCouponRow(
  subject: TopSubject,
  { activityId, isPresent }: AskedCoupon,
  { reason }: TopRefusal,
  today: string,
): GainedRow | null {
  if (!isPresent) return null;
  const asked = { ...nothingSaid, activityId };
  if (reason === 'coupon-used-up') return couponRow(subject, { ...asked, left: 0 }, today);
  if (reason !== 'coupon-over' && reason !== 'coupon-missing') return null;
  const yesterday = addDays(today, -1);
  const stated = subject.coupon?.couponEndsOn ?? yesterday;
  return couponRow(subject, { ...asked, endsOn: stated < yesterday ? stated : yesterday }, today);
}

/** All coupon fields change together, so what the platform leaves out is kept, as long as it is the same coupon. */
function couponFields(subject: TopSubject, coupon: TopCoupon): Partial<ImportedProduct> {
  const said = {
    couponFaceFen: coupon.faceFen,
    couponThresholdFen: coupon.thresholdFen,
    couponStartsOn: coupon.startsOn,
    couponEndsOn: coupon.endsOn,
    couponLeft: coupon.left,
    couponTotal: coupon.total,
    couponActivityId: coupon.activityId,
  };
  const kept = mayBePresent(subject, coupon) ? subject.coupon : null;
  const all = { couponText: null, ...said, ...kept, ...withoutNulls(said) };
  const couponText = coupon.faceFen === null ? all.couponText : termsText(coupon.faceFen, all.couponThresholdFen);
  return { ...all, couponState: 'some', couponText };
}

const withoutNulls = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<Fields>;

/** As Alimama's files write it. */
function termsText(faceFen: number, thresholdFen: number | null): string {
  const yuan = (fen: number): string => yuanText(fen).replace(/\.?0+$/, '');
  return thresholdFen === null || thresholdFen === 0
    ? `${yuan(faceFen)}元无条件券`
    : `满${yuan(thresholdFen)}元减${yuan(faceFen)}元`;
}
