import type { MoneyUnit } from '../target-fields.ts';
import { parseMoneyFen } from './money.ts';
import { isNoneWord } from './tidy-cell.ts';
import { foldTraditional } from './traditional.ts';

/** Coupon terms are short; anything longer is a description. */
const longestText = 60;

export type CouponReading =
  | { state: 'none' }
  | { state: 'some'; faceFen: number; thresholdFen: number }
  /** A coupon whose terms this program does not understand, e.g. `满3件减5元`. */
  | { state: 'unread' };

const noCoupon = new Set(['无券', '无优惠券', '没有优惠券', '暂无优惠券', '无优惠', '未设置']);
const amount = String.raw`(?:¥|rmb)?(\d+(?:\.\d+)?万?)元?`;
const noThreshold = '无条件|无(?:使用)?门槛';
const whose = '店铺|商品|单品';
const coupon = `(?:的?(?:${noThreshold}|${whose})*(?:优惠)?券?(?:[(](?:(?:${whose})?(?:优惠)?券|${noThreshold})[)])?)`;
const thresholdFirst = new RegExp(
  `^(?:单笔|订单|消费|(?:${whose})?(?:优惠)?券?:?)?满${amount}(?:可用)?(?:[,，、]|立|可)?(?:减|抵|-|省|优惠|可用)${amount}${coupon}$`,
);
const bareThreshold = new RegExp(`^${amount}减${amount}${coupon}$`);
/** `199-20`; the other way round it would be a range. */
const dashed = new RegExp(`^${amount}-${amount}${coupon}$`);
const faceFirst = new RegExp(`^${amount}${coupon}[(,，]?(?:单笔|订单)?满${amount}(?:可用|使用|可使用|可减)?[)]?$`);
const faceOnly = new RegExp(
  `^(?:${noThreshold}|${whose}|优惠|领取?|券|立减|立省|直减|减|省|抵)*[:,]?${amount}${coupon}$`,
);

function reading(face: string, threshold: string, unit: MoneyUnit): CouponReading {
  const faceFen = parseMoneyFen(face, unit);
  const thresholdFen = parseMoneyFen(threshold, unit);
  if (faceFen === null || thresholdFen === null) return { state: 'unread' };
  return faceFen === 0 ? { state: 'none' } : { state: 'some', faceFen, thresholdFen };
}

function readDashed(plain: string): RegExpExecArray | null {
  const found = dashed.exec(plain);
  return found && Number.parseFloat(found[1] ?? '') > Number.parseFloat(found[2] ?? '') ? found : null;
}

/** The two amounts as written; null where the text is none of the usual forms. */
function amountsOf(plain: string): { face: string; threshold: string } | null {
  const [, threshold, face] = thresholdFirst.exec(plain) ?? bareThreshold.exec(plain) ?? readDashed(plain) ?? [];
  if (threshold !== undefined && face !== undefined) return { face, threshold };
  const [, faceThen, thresholdThen] = faceFirst.exec(plain) ?? [];
  if (faceThen !== undefined && thresholdThen !== undefined) return { face: faceThen, threshold: thresholdThen };
  const alone = faceOnly.exec(plain)?.[1];
  return alone === undefined ? null : { face: alone, threshold: '0' };
}

/**
 * The face value and threshold of a coupon. In `满199元减20元` the face is 20, never the first number; a bare number is a
 * face without threshold, `199-20` has one; a count of pieces (`满3件减5元`) is no threshold in money and stays unread.
 */
export function parseCouponFace(text: string, unit: MoneyUnit = 'yuan'): CouponReading {
  if (text.length > longestText) return { state: 'unread' };
  const plain = foldTraditional(text.normalize('NFKC').toLowerCase()).replace(/[\s,](?=\d{3}(?!\d))|\s/g, '');
  if (plain === '' || isNoneWord(plain) || noCoupon.has(plain)) return { state: 'none' };
  const { face, threshold } = amountsOf(plain) ?? {};
  return face === undefined || threshold === undefined ? { state: 'unread' } : reading(face, threshold, unit);
}

const threshold = new RegExp(`^(?:单笔|订单|消费)?满?${amount}(?:可用|使用|可使用)?$`);

/** The amount to spend before a coupon works, from a column of its own: `29`, `满29元可用`; null when unreadable. */
export function parseThresholdFen(text: string, unit: MoneyUnit = 'yuan'): number | null {
  if (text.length > longestText) return null;
  const plain = foldTraditional(text.normalize('NFKC').toLowerCase()).replace(/[\s,]/g, '');
  if (isNoneWord(plain) || plain === '无门槛' || plain === '无条件') return 0;
  const found = threshold.exec(plain)?.[1];
  return found === undefined ? null : parseMoneyFen(found, unit);
}
