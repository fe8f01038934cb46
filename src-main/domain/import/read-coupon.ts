import type { ImportedProduct } from '../catalog/imported-row.ts';
import { type CouponReading, parseCouponFace, parseThresholdFen } from './cells/coupon-face.ts';
import { webAddress } from './cells/item-link.ts';
import { withoutReferences } from './cells/plain-text.ts';
import { parseDaySpan } from './cells/day.ts';
import { readCount, readDay } from './read-values.ts';
import type { RowContext } from './row-context.ts';

export type CouponFields = Pick<
  ImportedProduct,
  | 'couponState'
  | 'couponText'
  | 'couponFaceFen'
  | 'couponThresholdFen'
  | 'couponStartsOn'
  | 'couponEndsOn'
  | 'couponLeft'
  | 'couponTotal'
  | 'couponActivityId'
>;

const nothing: Omit<CouponFields, 'couponState'> = {
  couponText: null,
  couponFaceFen: null,
  couponThresholdFen: null,
  couponStartsOn: null,
  couponEndsOn: null,
  couponLeft: null,
  couponTotal: null,
  couponActivityId: null,
};

const hexId = /^[0-9a-f]{32}$/i;
const idInLink = /[?&]activity_?id=([0-9a-f]{32})(?![0-9a-f])/i;

function readActivityId(context: RowContext): string | null {
  const text = context.value('couponId');
  if (hexId.test(text)) return text.toLowerCase();
  if (text !== '' && text !== '0') context.report('coupon-id-unreadable', 'dropped', 'couponId');
  for (const field of ['couponUrl', 'couponAffiliateUrl', 'couponFace'] as const) {
    const [, id] = idInLink.exec(context.text(field)) ?? [];
    if (id !== undefined) return id.toLowerCase();
  }
  return null;
}

/** `满99减20，领券：https://…`: the address and what announces it. */
const announcedAddress = /[,，;；|\s]{0,5}(?:领券|领取|链接|地址){0,3}[:：]?\s{0,5}(https?:\/\/[\x21-\x7e]+)/i;

/** The address under 优惠券, where a table has the coupon's page there, alone or behind what it is worth. */
export function couponAddress(context: RowContext): string | null {
  const text = context.text('couponFace');
  if (!text.includes('/')) return null;
  const plain = withoutReferences(text);
  return webAddress(plain) ?? webAddress(announcedAddress.exec(plain)?.[1] ?? '');
}

/** What the cell under 优惠券 says of its worth; '' where it holds an address only. */
function couponTerms(context: RowContext): string {
  const text = context.text('couponFace');
  if (!text.includes('/')) return text;
  return webAddress(withoutReferences(text)) === null ? text.replace(announcedAddress, '').trim() : '';
}

/** The face as its cell says it; null when the row has no such cell, or it is empty or holds an address only. */
function readFace(context: RowContext): CouponReading | null {
  const text = couponTerms(context);
  if (text === '') return null;
  const face = parseCouponFace(text, context.plan.moneyUnit('couponFace'));
  if (face.state === 'unread') context.report('coupon-unread', 'note', 'couponFace');
  if (face.state !== 'some' || face.thresholdFen > 0) return face;
  const terms = context.value('couponThreshold');
  if (terms === '') return face;
  const thresholdFen = parseThresholdFen(terms, context.plan.moneyUnit('couponThreshold'));
  if (thresholdFen === null) context.report('money-unreadable', 'dropped', 'couponThreshold');
  return thresholdFen === null ? face : { ...face, thresholdFen };
}

/** Without a face, a coupon link, a coupon id or a stock still tells that there is a coupon; a stock of 0 that there is none. */
function stateWithoutFace(context: RowContext): CouponFields['couponState'] {
  if (context.value('couponUrl') !== '' || couponAddress(context) !== null || hexId.test(context.value('couponId')))
    return 'some';
  const total = context.value('couponTotal');
  if (total === '') return null;
  return /^0+(?:\.0+)?$/.test(total) ? 'none' : 'some';
}

function readDays(context: RowContext): Pick<CouponFields, 'couponStartsOn' | 'couponEndsOn'> {
  // 有效期 names both days in one cell.
  const span = parseDaySpan(context.value('couponEnd'));
  const couponStartsOn = readDay(context, 'couponStart') ?? span?.start ?? null;
  const couponEndsOn = span?.end ?? readDay(context, 'couponEnd');
  if (couponStartsOn !== null && couponEndsOn !== null && couponEndsOn < couponStartsOn) {
    context.report('dates-reversed', 'dropped', 'couponEnd', { start: couponStartsOn, end: couponEndsOn });
    return { couponStartsOn: null, couponEndsOn: null };
  }
  return { couponStartsOn, couponEndsOn };
}

/** Everything a row says about a coupon, as one group. */
export function readCoupon(context: RowContext): CouponFields {
  const face = readFace(context);
  const couponState = face === null ? stateWithoutFace(context) : face.state === 'none' ? 'none' : 'some';
  if (couponState !== 'some') return { ...nothing, couponState };
  const couponTotal = readCount(context, 'couponTotal');
  const couponLeft = readCount(context, 'couponLeft');
  if (couponTotal !== null && couponLeft !== null && couponTotal > 0 && couponLeft > couponTotal) {
    context.report('coupon-left-over-total', 'note', 'couponLeft', { left: couponLeft, total: couponTotal });
  }
  return {
    couponState,
    couponText: face === null ? null : couponTerms(context),
    couponFaceFen: face?.state === 'some' ? face.faceFen : null,
    couponThresholdFen: face?.state === 'some' ? face.thresholdFen : null,
    ...readDays(context),
    couponLeft,
    couponTotal,
    couponActivityId: readActivityId(context),
  };
}
