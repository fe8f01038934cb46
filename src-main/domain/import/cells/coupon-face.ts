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
const amount = String.raw`(?:¥|rmb)?(\d+(?:\.\d+)?万?)(?:元|块钱?)?`;
const noThreshold = '无条件|无(?:使用)?门槛';
const whose = '店铺|商品|单品';
const kind = '优惠|代金|抵用|抵扣|现金';
const limit = '(?:[(,]?(?:每人)?限领?\\d{1,3}张[)]?)?';
const coupon = `(?:的?(?:${noThreshold}|${whose})*(?:${kind})?券?(?:[(](?:(?:${whose})?(?:${kind})?券|${noThreshold})[)])?${limit})`;
/** Words between the threshold and the face that leave no doubt about their order. */
const taken = '(?:可用|使用)?[,、/]?(?:立|可|即|直|现|享)?(?:减|抵扣?|省|优惠|用|享|直?降)';
const order = '单笔|订单|消费';
const thresholdFirst = new RegExp(
  `^(?:${order}|(?:${whose})?(?:${kind})?券?:?)?满${amount}(?:${taken}|[-—–/]|可用[,:]?)${amount}${coupon}$`,
);
/** `满199元20元券`: only the 元 tells where the second number starts. */
const besideEachOther = new RegExp(`^满(\\d+(?:\\.\\d+)?)元的?${amount}${coupon}$`);
/** `199减20`, `199-20`; the other way round it would be a range, or another thing. */
const bareThreshold = new RegExp(`^${amount}(?:${taken}|[-—–]|可用)${amount}${coupon}$`);
const spend = `(?:[(,|/]?(?:需|须)?(?:${order})?满${amount}(?:以上)?(?:可用|使用|可使用|可减|起用|起)?|[(,|/]?${amount}(?:以上|起)?(?:可用|使用|可使用|起用))`;
const calledFace = `(?:(?:券?面[额值]|券额|金额|优惠|领取?|券|立减|立省|直减|减|省|抵)[:,]?)?`;
const faceFirst = new RegExp(`^${calledFace}${amount}${coupon}${spend}[)]?$`);
const faceOnly = new RegExp(
  `^(?:${noThreshold}|${whose}|面[额值]|券额|优惠|领取?|券|立减|立省|直减|减|省|抵)*[:,]?${amount}${coupon}$`,
);

function reading(face: string, threshold: string, unit: MoneyUnit): CouponReading {
  const faceFen = parseMoneyFen(face, unit);
  const thresholdFen = parseMoneyFen(threshold, unit);
  if (faceFen === null || thresholdFen === null) return { state: 'unread' };
  return faceFen === 0 ? { state: 'none' } : { state: 'some', faceFen, thresholdFen };
}

interface Amounts {
  face: string;
  threshold: string;
}

function readBare(plain: string): Amounts | null {
  const [, threshold = '', face = ''] = bareThreshold.exec(plain) ?? [];
  return Number.parseFloat(threshold) > Number.parseFloat(face) ? { face, threshold } : null;
}

/** The two amounts as written; null where the text is none of the usual forms. */
function amountsOf(plain: string): Amounts | null {
  const [, threshold, face] = thresholdFirst.exec(plain) ?? besideEachOther.exec(plain) ?? [];
  if (threshold !== undefined && face !== undefined) return { face, threshold };
  const bare = readBare(plain);
  if (bare) return bare;
  const [, faceThen, withWord, withoutWord] = faceFirst.exec(plain) ?? [];
  const thresholdThen = withWord ?? withoutWord;
  if (faceThen !== undefined && thresholdThen !== undefined) return { face: faceThen, threshold: thresholdThen };
  const alone = faceOnly.exec(plain)?.[1];
  return alone === undefined ? null : { face: alone, threshold: '0' };
}

/** Simplified, lower case, without white space and thousands separators, and with one kind of bracket. */
function plainText(text: string): string {
  return foldTraditional(text.normalize('NFKC').toLowerCase())
    .replace(/[\s,](?=\d{3}(?!\d))|\s/g, '')
    .replace(/[【[]/g, '(')
    .replace(/[】\]]/g, ')');
}

/**
 * The face value and threshold of a coupon. In `满199元减20元` the face is 20, never the first number; a bare number is a
 * face without threshold, `199-20` has one; a count of pieces (`满3件减5元`) is no threshold in money and stays unread.
 */
export function parseCouponFace(text: string, unit: MoneyUnit = 'yuan'): CouponReading {
  if (text.length > longestText) return { state: 'unread' };
  const plain = plainText(text);
  if (plain === '' || isNoneWord(plain) || noCoupon.has(plain)) return { state: 'none' };
  const { face, threshold } = amountsOf(plain) ?? {};
  return face === undefined || threshold === undefined ? { state: 'unread' } : reading(face, threshold, unit);
}

const threshold = new RegExp(`^(?:需|须)?(?:${order})?满?${amount}(?:以上|起)?(?:可用|使用|可使用|起用)?$`);
const anyAmount = new Set(['无门槛', '无条件', '无使用门槛', '无限制', '不限', '不限金额']);

/**
 * The amount to spend before a coupon works, from a column of its own: `29`, `满29元可用`, also out of the whole terms
 * `满29元减5元`; null when unreadable.
 */
export function parseThresholdFen(text: string, unit: MoneyUnit = 'yuan'): number | null {
  if (text.length > longestText) return null;
  const plain = plainText(text).replaceAll(',', '');
  if (isNoneWord(plain) || anyAmount.has(plain)) return 0;
  const found = threshold.exec(plain)?.[1] ?? amountsOf(plain)?.threshold;
  return found === undefined ? null : parseMoneyFen(found, unit);
}
