import type { LinkCoupon, LinkDetail, LinkSource, SeenPid } from '#contract/links';

/** How many links pay whom. */
export interface EarningCount {
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  links: number;
}

/** What is stored of one link beside the columns its list shows. */
export interface StoredLinkFacts {
  canonical: string | null;
  innerKind: string | null;
  createdAt: string;
  source: LinkSource | null;
}

/** Reads what is known of links beyond their rows. */
export interface LinkFactsReader {
  earningCounts(): EarningCount[];
  /** Links whose last good day lies in a window, both days inclusive. */
  endingBetween(from: string, to: string): number;
  endedBy(day: string): number;
  withoutProduct(): number;
  /** Most frequent first. */
  pids(limit: number): SeenPid[];
  stored(linkId: number): StoredLinkFacts;
  /** Null when no data ever spoke of a coupon. */
  couponOf(productId: string): LinkCoupon | null;
  sharedWith(linkHash: number, butProductId: string | null): LinkDetail['sharedWith'];
  /** Campaigns that are not archived and hold the product. */
  campaignsOf(productId: string, linkHash: number): LinkDetail['campaigns'];
}
