import type { ImportedProduct, LinkField, Market } from '../catalog/imported-row.ts';
import { isLinkKind } from '../links/link-kinds.ts';
import { endsWithCoupon } from '../links/validity.ts';
import { isAffiliateAddress } from './affiliate-address.ts';

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
  /** First day on which the coupon it leads to is over or used up, as the row told that named it last; null = not told. */
  couponDeadFrom: string | null;
  /** That coupon was seen used up. */
  soldOut: boolean;
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

/** @param deadFrom first day on which a link counts as dead; null = no end is known */
export const isAlive = (deadFrom: string | null, today: string): boolean => deadFrom === null || deadFrom > today;

/** The old form of ids, which most of the platform's methods refuse. */
export const isNumericId = ({ itemId }: Pick<TopSubject, 'itemId'>): boolean => /^\d+$/.test(itemId);

/** Whether a link leads to the product's coupon and dies with it. */
export const leadsToCoupon = ({ kind, innerKind, field }: SubjectLink): boolean =>
  isLinkKind(kind) &&
  endsWithCoupon({ kind, innerKind: innerKind !== null && isLinkKind(innerKind) ? innerKind : null }, field);

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
      isAlive(deadFrom, today) &&
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
