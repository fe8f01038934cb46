import type { ImportedLink, ImportedProduct, LinkField, Market } from '../catalog/imported-row.ts';
import type { TopReason } from '#contract/messages/top-messages';
import { isLinkKind } from '../links/link-kinds.ts';
import { endsWithCoupon } from '../links/validity.ts';
import { isAffiliateAddress } from './affiliate-address.ts';
import type { CouponReference } from './coupon-info.ts';

/** A link of a product, as far as the platform has to do with it. */
export interface SubjectLink {
  kind: string;
  innerKind: string | null;
  value: string;
  /** The column it came by. */
  field: LinkField;
  owner: 'own' | 'other' | 'unknown';
  issuedOn: string | null;
  /** First day on which it counts as dead. */
  deadFrom: string | null;
}

/** A product the platform is asked about. */
export interface TopSubject {
  market: Market;
  itemKey: string;
  itemId: string;
  coupon: Pick<
    ImportedProduct,
    | 'couponText'
    | 'couponFaceFen'
    | 'couponThresholdFen'
    | 'couponStartsOn'
    | 'couponEndsOn'
    | 'couponLeft'
    | 'couponTotal'
    | 'couponActivityId'
  > | null;
  links: SubjectLink[];
}

export const isNumericId = ({ itemId }: Pick<TopSubject, 'itemId'>): boolean => /^\d+$/.test(itemId);

/** Whether a link leads to the product's coupon and dies with it. */
export const leadsToCoupon = ({ kind, innerKind, field }: SubjectLink): boolean =>
  isLinkKind(kind) &&
  endsWithCoupon({ kind, innerKind: innerKind !== null && isLinkKind(innerKind) ? innerKind : null }, field);

/** The links a row about the coupon has to name again, so that they end with it. */
export const couponLinks = (subject: TopSubject): ImportedLink[] =>
  subject.links.filter(leadsToCoupon).map(({ field, value }) => ({ field, value }));

const parameter = (address: string, name: string): string | null =>
  URL.canParse(address) ? new URL(address).searchParams.get(name) : null;

/** How the product's coupon is asked for; or why it is not. */
export function couponReference(subject: TopSubject): CouponReference | TopReason {
  if (subject.market !== 'taobao') return 'not-taobao';
  if (subject.coupon === null) return 'no-coupon';
  const addresses = subject.links.filter(leadsToCoupon).map(({ value }) => value);
  const me = addresses.map((address) => parameter(address, 'me')).find((value) => value !== null && value !== '');
  if (me) return { me };
  const activityId =
    subject.coupon.couponActivityId ??
    addresses
      .map((address) => parameter(address, 'activityId') ?? parameter(address, 'activity_id'))
      .find((value) => value !== null && value !== '');
  return activityId ? { itemId: subject.itemId, activityId } : 'coupon-unreferenced';
}

export interface SourceLink {
  url: string;
  /** Leads to the coupon. */
  coupon: boolean;
  /** The user's, and so is what is made of it. */
  own?: true;
}

/**
 * The addresses short links and 口令 are made from: of the product's own link and of its coupon's the newest living one
 * that is not, and is not likely to be, somebody else's. Made from a long link, it lives its whole time.
 */
export function sourceLinks(subject: TopSubject, today: string): SourceLink[] {
  const usable = subject.links.filter(
    ({ kind, value, field, owner, deadFrom }) =>
      kind !== 'tbk_click_short' &&
      owner !== 'other' &&
      (owner === 'own' || field !== 'paste') &&
      (deadFrom === null || deadFrom > today) &&
      isAffiliateAddress(value),
  );
  const newest = (coupon: boolean): SourceLink[] => {
    const [first] = usable
      .filter((link) => leadsToCoupon(link) === coupon)
      .sort((one, other) => rank(other).localeCompare(rank(one)));
    return first ? [{ url: first.value, coupon, ...(first.owner === 'own' ? { own: true } : {}) }] : [];
  };
  return [...newest(false), ...newest(true)];
}

/** Own before unknown, newer before older, then by the address, so that ties do not move. */
const rank = ({ owner, issuedOn, value }: SubjectLink): string =>
  `${owner === 'own' ? 1 : 0} ${issuedOn ?? '0000-00-00'} ${value}`;
