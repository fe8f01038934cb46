import type { LinkDetail, LinkRow } from '#contract/links';
import { isLinkKind } from '#domain/links/link-kinds';
import { endsWithCoupon, promisedDays } from '#domain/links/validity';
import type { LinkField } from '#domain/catalog/imported-row';
import type { LinkFactsReader } from '../ports/link-facts.ts';

/** One link with where it came from, the coupon it lives off and where it is used. */
export function describeLink(link: LinkRow, facts: LinkFactsReader): LinkDetail {
  const { productId, hash, kind, origin } = link;
  const stored = facts.stored(link.id);
  const innerKind = stored.innerKind !== null && isLinkKind(stored.innerKind) ? stored.innerKind : null;
  const known = isLinkKind(kind);
  const livesOffCoupon = known && endsWithCoupon({ kind, innerKind }, origin as LinkField);
  return {
    link,
    ...stored,
    validDays: known ? promisedDays(kind) : null,
    coupon: livesOffCoupon && productId !== null ? facts.couponOf(productId) : null,
    sharedWith: facts.sharedWith(hash, productId),
    campaigns: productId === null ? [] : facts.campaignsOf(productId, hash),
  };
}
