import { z } from 'zod';
import type { Verdict } from '#domain/openability/verdict';
import { isoDay, nothing, offsetLimit, type Page, productId, rowId, surface } from './common.ts';
import { limits } from './limits.ts';
import { type Outcome, outcomes, type SurfaceId } from './surfaces.ts';

export interface LinkRow {
  id: number;
  /** Identifies the link within its product across undo and re-import, where ids change. */
  hash: number;
  productId: string | null;
  productTitle: string | null;
  kind: string;
  value: string;
  host: string | null;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
  /** Column or way it came by: `affiliateUrl`, `token` …, `paste`, `manual`, `top`. */
  origin: string;
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  earnsReason: string;
  issuedOn: string | null;
  /** First day on which it counts as dead. */
  deadFrom: string | null;
  validityBasis: string;
  soldOut: boolean;
  /** On the surface asked for. */
  outcome: Outcome;
  checkedAt: string | null;
}

export const linkFilter = z
  .object({
    surface,
    outcomes: z.array(z.enum(outcomes)).optional(),
    earns: z.array(z.enum(['yes', 'no', 'unknown'])).optional(),
    owner: z.array(z.enum(['own', 'other', 'unknown'])).optional(),
    kinds: z.array(z.string().max(40)).max(60).optional(),
    endsBetween: z.object({ from: isoDay, to: isoDay }).strict().optional(),
    /** Ended by its own validity or its coupon's, on this day at the latest. */
    endedBefore: isoDay.optional(),
    /** Belongs to no product. */
    noProduct: z.literal(true).optional(),
    productId: productId.optional(),
    /** Part of a link or 口令, a whole one, an item id, a pid, or words of the product's title. */
    search: z.string().max(2_000, '搜索文字最多 2000 字').optional(),
  })
  .strict();
export type LinkFilter = z.infer<typeof linkFilter>;

export const linkSorts = ['newest', 'ending'] as const;
export const linkSort = z.object({ by: z.enum(linkSorts), descending: z.boolean() }).strict();
export type LinkSort = z.infer<typeof linkSort>;

export interface ClassifiedPart {
  kind: string;
  value: string;
  start: number;
  end: number;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
  certainty: 'sure' | 'maybe';
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  earnsReason: string;
  validDays: number | null;
  verdict: Verdict;
}

/** Links by what they earn, as the list's quick filters name them. */
export type EarningGroup = 'own' | 'affiliate' | 'unknown' | 'other' | 'none';

/** The numbers above the list; each has a filter that finds exactly its links. */
export interface LinkOverview {
  /** Today in Asia/Shanghai, which ends are counted from. */
  today: string;
  total: number;
  /** `own`, `other`: whose commission; `affiliate`: pays, but not seen whom; `none`: pays nothing. */
  earning: Record<EarningGroup, number>;
  /** The days that `endingSoon` covers, both inclusive. */
  soon: { from: string; to: string };
  endingSoon: number;
  ended: number;
  noProduct: number;
}

/** What ends on one day. */
export interface EndingDay {
  /** YYYY-MM-DD, the last good day. */
  day: string;
  links: number;
  /** Products whose coupon ends. */
  coupons: number;
}

/** `any`: no paying link of one of its kinds outlives the day; `all`: no paying link at all does. */
export const renewalScopes = ['any', 'all'] as const;
export type RenewalScope = (typeof renewalScopes)[number];

/** A product some or all of whose paying links end, with nothing of their kind to take their place. */
export interface RenewalRow {
  productId: string;
  itemId: string;
  title: string;
  /** Its item page, to make a new link from; null when its id is not known yet. */
  pageUrl: string | null;
  /** Kinds of links that end. */
  kinds: string[];
  /** First day, YYYY-MM-DD, that is the last good one of such a kind. */
  lastDay: string;
  /** Links that may pay, dead ones included. */
  links: number;
  /** Open campaigns that hold it. */
  campaigns: number;
}

/** A pid that links of the catalog show. */
export interface SeenPid {
  pid: string;
  links: number;
  owner: 'own' | 'other' | 'unknown';
}

/** The file or pasted text a link came with. */
export interface LinkSource {
  batchId: number;
  fileName: string;
  dataDate: string;
}

/** The coupon behind a link, as the newest data says. */
export interface LinkCoupon {
  endsOn: string | null;
  left: number | null;
  total: number | null;
  /** Day of that data, YYYY-MM-DD. */
  seenOn: string;
}

/** Everything known of one link beside what its list shows. */
export interface LinkDetail {
  link: LinkRow;
  /** The form two equal links share; null when it is the link itself. */
  canonical: string | null;
  innerKind: string | null;
  /** Days its issuer promises; null when none are stated. */
  validDays: number | null;
  /** When it was first seen, ISO. */
  createdAt: string;
  /** Null for links that came neither from a file nor from pasting. */
  source: LinkSource | null;
  /** Null when the link does not lead to a coupon or none is known. */
  coupon: LinkCoupon | null;
  /** Other products with the very same link. */
  sharedWith: { productId: string; title: string }[];
  campaigns: { id: number; name: string; scheduledOn: string | null; pinnedOn: SurfaceId[] }[];
}

export const linkInputs = {
  'links.query': z.object({ filter: linkFilter, sort: linkSort, ...offsetLimit }).strict(),
  'links.count': z.object({ filter: linkFilter }).strict(),
  'links.overview': nothing,
  /** Each day on which something ends, both days inclusive; at most a year. */
  'links.calendar': z.object({ from: isoDay, to: isoDay }).strict(),
  /** Products whose paying links end by a day, those in campaigns and soonest first. */
  'links.renewals': z.object({ by: isoDay, scope: z.enum(renewalScopes), ...offsetLimit }).strict(),
  /** The pids seen most, so that one's own can be told apart by a click. */
  'links.pids': nothing,
  'links.detail': z.object({ linkId: rowId }).strict(),
  'links.verdicts': z.object({ linkId: rowId }).strict(),
  'links.classify': z.object({ text: z.string().max(limits.textUnits), surface, asOf: isoDay.nullable() }).strict(),
};

export interface LinkOutputs {
  /** `total` is null where it would have to be counted first; ask `links.count`, which may take longer. */
  'links.query': Page<LinkRow> & { revision: number };
  'links.count': { total: number; revision: number };
  'links.overview': LinkOverview;
  'links.calendar': EndingDay[];
  'links.renewals': Page<RenewalRow>;
  'links.pids': SeenPid[];
  'links.detail': LinkDetail;
  'links.verdicts': { link: LinkRow; verdicts: Verdict[] };
  'links.classify': ClassifiedPart[];
}
