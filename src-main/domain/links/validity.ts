import type { LinkField } from '../catalog/imported-row.ts';
import { addDays } from '../shared/shanghai-day.ts';
import { type CalendarDay, isCalendarDay } from './calendar-day.ts';
import { type LinkKind, linkForm, linkMarket } from './link-kinds.ts';
import type { LinkFacts } from './link-part.ts';

/** Why a link ends when it ends; the sentence is `link.validity.<code>`. */
export type ValidityBasis =
  | 'coupon-end'
  | 'short-link-days'
  | 'token-days'
  | 'dead-domain'
  | 'while-listed'
  | 'event-period'
  | 'set-by-issuer'
  | 'issue-day-unknown'
  | 'not-stated';

export interface ValidityContext {
  /** Day the link was made, as far as anyone knows: export or creation day. The link itself does not tell it. */
  issuedOn: CalendarDay | null;
  /** Last day of the product's coupon. */
  couponEndsOn: CalendarDay | null;
  /** The file column it came from; null when pasted or typed. */
  fromField: LinkField | null;
}

export interface Validity {
  /** null: no end is known. */
  expiresOn: CalendarDay | null;
  /** true: still good on `expiresOn` itself; false: not to be relied on from that day on (the hour is unknown). */
  inclusive: boolean;
  basis: ValidityBasis;
  /** Days counted from `issuedOn`; null when no number of days is promised. */
  days: number | null;
  /** First day on which the link counts as dead; null when no end is known. */
  deadFrom: CalendarDay | null;
}

/** Column labels of Alimama's exports: 淘口令(30天内有效), 短链接(300天内有效). No rule text was found. */
const tokenDays = 30;
const shortLinkDays = 300;
/** `shortURL` of jd.union.open.promotion.*: 以短链接形式，有效期60天. The long link lasts. */
const jdShortLinkDays = 60;

/** The 2016–2018 share domains answer no more; the last source that used one is of 2018. */
const vendorDeadFrom = '2019-01-01';

/** Columns and kinds whose page is the coupon: it ends with the coupon. */
const couponFields: ReadonlySet<LinkField | null> = new Set([
  'couponUrl',
  'couponAffiliateUrl',
  'couponToken',
  'couponShortUrl',
]);
const couponKinds: ReadonlySet<LinkKind> = new Set(['tbk_uland_edetail', 'tbk_uland_quan', 'tb_shop_coupon_old']);

/** Days the issuer promises for this form of link, from its creation; null when none are stated. */
export function promisedDays(kind: LinkKind): number | null {
  if (kind === 'tbk_click_short') return shortLinkDays;
  if (kind === 'jd_union_short') return jdShortLinkDays;
  return linkForm(kind) === 'token' && linkMarket(kind) === 'taobao' ? tokenDays : null;
}

/** Whether the link leads to the coupon, so that it dies with it. */
export function endsWithCoupon(facts: Pick<LinkFacts, 'kind' | 'innerKind'>, fromField: LinkField | null): boolean {
  return couponFields.has(fromField) || couponKinds.has(facts.innerKind ?? facts.kind);
}

/** When the link ends and on what that rests. Of two ends the earlier one counts. */
export function validity(facts: LinkFacts, context: ValidityContext): Validity {
  if (facts.kind === 'tb_short_vendor_old') return { ...open('dead-domain'), deadFrom: vendorDeadFrom };
  const byDays = countedDays(facts, context);
  const couponEnd = validDay(context.couponEndsOn);
  if (couponEnd === null) return byDays;
  const couponDeadFrom = addDays(couponEnd, 1);
  if (endsWithCoupon(facts, context.fromField)) {
    if (byDays.deadFrom !== null && byDays.deadFrom < couponDeadFrom) return byDays;
    return {
      ...byDays,
      expiresOn: couponEnd,
      inclusive: true,
      basis: 'coupon-end',
      deadFrom: couponDeadFrom,
    };
  }
  return byDays;
}

function countedDays(facts: LinkFacts, context: ValidityContext): Validity {
  const days = fieldDays(context.fromField) ?? promisedDays(facts.kind);
  if (days === null) return open(basisOfKind(facts.innerKind ?? facts.kind));
  const issuedOn = validDay(context.issuedOn);
  if (issuedOn === null) return { ...open('issue-day-unknown'), days };
  const expiresOn = addDays(issuedOn, days);
  const basis = days === tokenDays ? 'token-days' : 'short-link-days';
  return { expiresOn, inclusive: false, basis, days, deadFrom: expiresOn };
}

/** The label of the column holds for whatever form of link stands in it. */
function fieldDays(field: LinkField | null): number | null {
  if (field === 'token' || field === 'couponToken') return tokenDays;
  return field === 'affiliateShortUrl' || field === 'couponShortUrl' ? shortLinkDays : null;
}

function basisOfKind(kind: LinkKind): ValidityBasis {
  switch (kind) {
    case 'tb_item_pc':
    case 'tmall_item_pc':
    case 'tb_item_h5':
    case 'jd_item':
    case 'pdd_item':
    case 'douyin_product':
      return 'while-listed';
    case 'tb_act_page':
      return 'event-period';
    case 'wx_miniprogram_short':
    case 'wx_url_link':
    case 'wx_scheme':
      return 'set-by-issuer';
    default:
      return 'not-stated';
  }
}

const validDay = (day: CalendarDay | null): CalendarDay | null => (day !== null && isCalendarDay(day) ? day : null);

const open = (basis: ValidityBasis): Validity => ({
  expiresOn: null,
  inclusive: true,
  basis,
  days: null,
  deadFrom: null,
});
