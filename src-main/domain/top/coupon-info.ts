import { parseCouponFace } from '../import/cells/coupon-face.ts';
import { parseDay } from '../import/cells/day.ts';
import { parseMoneyFen } from '../import/cells/money.ts';
import { at, countAt, firstText } from './read-json.ts';
import type { TopCall } from './top-call.ts';

/** A coupon as the platform describes it. Null where it does not say. */
export interface TopCoupon {
  faceFen: number | null;
  /** 满…元, 分; 0 = no threshold. */
  thresholdFen: number | null;
  /** First and last valid day in Asia/Shanghai, both inclusive. */
  startsOn: string | null;
  endsOn: string | null;
  left: number | null;
  total: number | null;
  activityId: string | null;
}

const fen = (text: string | null): number | null => (text === null ? null : parseMoneyFen(text));

function day(text: string | null): string | null {
  const reading = text === null ? null : parseDay(text);
  return reading === null || reading === 'none' ? null : reading.day;
}

/** The terms in `满129元减80元`, for answers that have no fields of their own for them. */
function describedTerms(text: string | null): { faceFen: number | null; thresholdFen: number | null } {
  const reading = text === null ? null : parseCouponFace(text);
  return reading?.state === 'some' ? reading : { faceFen: null, thresholdFen: null };
}

/** Reads the coupon fields of any answer; null when it describes none. */
export function readCoupon(value: unknown): TopCoupon | null {
  const described = describedTerms(firstText(value, 'coupon_desc', 'coupon_info'));
  const coupon: TopCoupon = {
    faceFen: fen(firstText(value, 'coupon_amount')) ?? described.faceFen,
    thresholdFen: fen(firstText(value, 'coupon_start_fee')) ?? described.thresholdFen,
    startsOn: day(firstText(value, 'coupon_start_time')),
    endsOn: day(firstText(value, 'coupon_end_time')),
    left: countAt(value, 'coupon_remain_count'),
    total: countAt(value, 'coupon_total_count'),
    activityId: firstText(value, 'coupon_activity_id', 'activity_id', 'coupon_id'),
  };
  const isDescribed = (coupon.faceFen ?? 0) > 0 || coupon.endsOn !== null || coupon.left !== null;
  return isDescribed ? coupon : null;
}

/** What a coupon is asked for by: the encrypted pair out of its address, or item and coupon id. */
export type CouponReference = { me: string } | { itemId: string; activityId: string };

/** Stock and dates of one coupon. */
export function couponInfo(reference: CouponReference): TopCall<TopCoupon | null> {
  return {
    method: 'taobao.tbk.coupon.get',
    params: 'me' in reference ? { me: reference.me } : { item_id: reference.itemId, activity_id: reference.activityId },
    read: (response) => readCoupon(at(response, 'data')),
  };
}
