import type { TopReason } from '#contract/messages/top-messages';
import type { ImportedLink } from '../catalog/imported-row.ts';
import { addDays } from '../shared/shanghai-day.ts';
import type { CouponReference, TopCoupon } from './coupon-info.ts';
import { isAlive, isNumericId, leadsToCoupon, type SubjectLink, type TopSubject } from './top-subject.ts';

/** A coupon as it is asked for. */
export interface AskedCoupon {
  reference: CouponReference;
  /** Its id, where it is known before asking. */
  activityId: string | null;
  /** Known to be the coupon the product has now; false when nothing tells. */
  isPresent: boolean;
}

/**
 * How the product's present coupon is asked for; or why it is not. The id the product states comes first, then what its
 * living links say, the newest first. Numeric ids are refused beside a coupon id, so there an address goes before.
 */
export function askedCoupon(subject: TopSubject, today: string): AskedCoupon | TopReason {
  if (subject.market !== 'taobao') return 'not-taobao';
  if (subject.coupon === null) return 'no-coupon';
  const stated = subject.coupon.couponActivityId;
  const ways: AskedCoupon[] = [];
  if (stated !== null) ways.push({ reference: byId(subject, stated), activityId: stated, isPresent: true });
  for (const link of presentLinks(subject, today)) {
    const activityId = activityIdOf(link);
    const me = parameter(link, 'me');
    const known = {
      activityId,
      isPresent: endsWithPresent(subject, link) || (activityId !== null && activityId === stated),
    };
    if (me !== null) ways.push({ reference: { me }, ...known });
    if (activityId !== null) ways.push({ reference: byId(subject, activityId), ...known });
  }
  const withoutItem = isNumericId(subject) ? ways.find(({ reference }) => 'me' in reference) : undefined;
  return withoutItem ?? ways[0] ?? 'coupon-unreferenced';
}

/** The links a row about the present coupon has to name again, so that they end with it. */
export const couponLinks = (subject: TopSubject, today: string): ImportedLink[] =>
  presentLinks(subject, today).map(({ field, value }) => ({ field, value }));

/** Whether something known under one coupon id may be about the product's present coupon. */
export function mayBePresent({ coupon }: TopSubject, { activityId }: Pick<TopCoupon, 'activityId'>): boolean {
  const present = coupon?.couponActivityId ?? null;
  return activityId === null || present === null || activityId === present;
}

/**
 * Links that lead to the present coupon as far as anyone can tell: neither their address nor their end is another
 * coupon's, and they live or ended with it. Living ones first, of those the ones that surely end with it, then the newest.
 */
function presentLinks(subject: TopSubject, today: string): SubjectLink[] {
  const order = (link: SubjectLink): string =>
    `${Number(isAlive(link.deadFrom, today))} ${Number(endsWithPresent(subject, link))} ${link.issuedOn ?? '0000-00-00'} ${link.value}`;
  return subject.links
    .filter((link) => leadsToCoupon(link) && leadsToPresent(subject, link, today))
    .sort((one, other) => order(other).localeCompare(order(one)));
}

function leadsToPresent(subject: TopSubject, link: SubjectLink, today: string): boolean {
  const named = activityIdOf(link);
  const present = subject.coupon?.couponActivityId ?? null;
  if (named !== null && present !== null) return named === present;
  return endsWithPresent(subject, link) || (link.couponDeadFrom === null && isAlive(link.deadFrom, today));
}

/** Whether what is known of the link's coupon ends as the present one does. */
function endsWithPresent({ coupon, links }: TopSubject, { couponDeadFrom, soldOut, field }: SubjectLink): boolean {
  if (coupon === null) return false;
  if (coupon.couponLeft === 0) {
    // Of the coupons that were used up the present one was the last.
    return soldOut && !links.some((other) => other.soldOut && (other.couponDeadFrom ?? '') > (couponDeadFrom ?? ''));
  }
  if (coupon.couponEndsOn !== null) return couponDeadFrom === addDays(coupon.couponEndsOn, 1);
  // A file without end dates tells none of its links either; a pasted text never does.
  return couponDeadFrom === null && field !== 'paste' && field !== 'pasteOwn';
}

const byId = ({ itemId }: TopSubject, activityId: string): CouponReference => ({ itemId, activityId });

const activityIdOf = (link: SubjectLink): string | null =>
  parameter(link, 'activityId') ?? parameter(link, 'activity_id');

/** A value in the query of an address; null where there is none, or an empty one. */
const parameter = ({ value }: SubjectLink, name: string): string | null =>
  (URL.canParse(value) && new URL(value).searchParams.get(name)) || null;
