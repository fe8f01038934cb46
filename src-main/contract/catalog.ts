import { z } from 'zod';
import { catalogSorts, couponStates, type CouponState } from './catalog-choices.ts';
import { isoDay, nothing, offsetLimit, type Page, productId, rowId, surface } from './common.ts';
import { limits } from './limits.ts';
import type { LinkRow } from './links.ts';
import { outcomes } from './surfaces.ts';

const range = z.object({ min: z.int().min(0).optional(), max: z.int().min(0).optional() }).strict();
const fewTexts = z.array(z.string().max(limits.nameUnits)).max(200);

/** All parts given must hold; an absent part does not filter. */
export const catalogFilter = z
  .object({
    /** Every word must be found as a substring of title, shop or id; one character is enough. */
    search: z.string().max(200, '搜索文字最多 200 字').optional(),
    categories: fewTexts.optional(),
    shops: fewTexts.optional(),
    platforms: z.array(z.enum(['taobao', 'tmall', 'jd', 'pdd', 'douyin'])).optional(),
    /** 券后价, 分 */
    finalPriceFen: range.optional(),
    commissionFen: range.optional(),
    commissionRateBp: range.optional(),
    monthlySales: range.optional(),
    coupon: z.array(z.enum(couponStates)).optional(),
    /** Has a link with one of these outcomes on this surface. */
    link: z
      .object({ surface, outcomes: z.array(z.enum(outcomes)).min(1) })
      .strict()
      .optional(),
    /** `own`/`other`/`unknown`: has a link that pays, and whom; `none`: no link pays. */
    earning: z.array(z.enum(['own', 'other', 'unknown', 'none'])).optional(),
    /** Title or 推荐语 with open findings of this severity. */
    findings: z.array(z.enum(['block', 'warn'])).optional(),
    /** Of these, only findings of the categories given, e.g. `share.incentive`. */
    findingCategories: fewTexts.optional(),
    /** No link of one's own or of unknown owner that a buyer could get through with on this surface. */
    noUsableLinkOn: surface.optional(),
    /** Coupon whose last day is in this window, both days inclusive. */
    couponEnds: z.object({ from: isoDay, to: isoDay }).strict().optional(),
    /** Has a coupon or link that ends in this window, both days inclusive. */
    endsBetween: z.object({ from: isoDay, to: isoDay }).strict().optional(),
    batchId: rowId.optional(),
    ids: z.array(productId).max(limits.idsPerCall).optional(),
  })
  .strict();
export type CatalogFilter = z.infer<typeof catalogFilter>;

export const catalogSort = z.object({ by: z.enum(catalogSorts), descending: z.boolean() }).strict();
export type CatalogSort = z.infer<typeof catalogSort>;

/** Which products a bulk action means: those named, or everything a filter finds but a few. */
export const productSelection = z.union([
  z.object({ ids: z.array(productId).min(1).max(limits.idsPerCall) }).strict(),
  z.object({ filter: catalogFilter, except: z.array(productId).max(limits.idsPerCall).optional() }).strict(),
]);
export type ProductSelection = z.infer<typeof productSelection>;

export interface Coupon {
  text: string | null;
  /** 分; null when the face could not be read. */
  faceFen: number | null;
  thresholdFen: number | null;
  startsOn: string | null;
  endsOn: string | null;
  left: number | null;
  total: number | null;
  state: CouponState;
}

export interface ProductRow {
  id: string;
  itemId: string;
  platform: 'taobao' | 'tmall' | 'jd' | 'pdd' | 'douyin';
  title: string;
  shortTitle: string | null;
  shop: string | null;
  category: string | null;
  imageUrl: string | null;
  detailUrl: string | null;
  priceFen: number | null;
  /** 券后价: as the file states it, else computed from price and coupon. */
  finalPriceFen: number | null;
  coupon: Coupon | null;
  commissionRateBp: number | null;
  commissionFen: number | null;
  monthlySales: number | null;
  /** Day of the newest data, YYYY-MM-DD. */
  dataDate: string;
  links: number;
  /** Worst open finding on title or 推荐语. */
  finding: 'block' | 'warn' | null;
}

/** A product as the list shows it. */
export interface CatalogRow extends ProductRow {
  /** The link one would post on the surface asked for, judged there; null when the product has none. */
  posting: Pick<LinkRow, 'id' | 'kind' | 'outcome' | 'earns' | 'owner' | 'earnsReason' | 'deadFrom'> | null;
  /** Whether the wording rules have seen title and 推荐语; `finding` says nothing before that. */
  scanned: boolean;
}

export interface HistoryPoint {
  dataDate: string;
  fileName: string;
  batchId: number;
  priceFen: number | null;
  couponText: string | null;
  finalPriceFen: number | null;
  commissionRateBp: number | null;
  commissionFen: number | null;
}

export interface ProductDetail {
  product: ProductRow;
  seller: string | null;
  brand: string | null;
  recommendText: string | null;
  /** Day of the newest data that speaks of the coupon, YYYY-MM-DD; null when none does. */
  couponSeenOn: string | null;
  links: LinkRow[];
  history: HistoryPoint[];
  /** Columns of the newest file that have no meaning here, header → text. */
  extra: Record<string, string>;
}

export interface Facet {
  value: string;
  products: number;
}

export const catalogInputs = {
  /** `surface`: where the posting links are judged; the usual place by default. */
  'catalog.query': z
    .object({ filter: catalogFilter, sort: catalogSort, surface: surface.optional(), ...offsetLimit })
    .strict(),
  'catalog.count': z.object({ filter: catalogFilter }).strict(),
  /** Ids of a stretch of the list, for ticking many rows at once. */
  'catalog.ids': z
    .object({
      filter: catalogFilter,
      sort: catalogSort,
      offset: offsetLimit.offset,
      limit: z.int().min(1).max(limits.idsPerCall),
    })
    .strict(),
  'catalog.product': z.object({ id: productId }).strict(),
  'catalog.facets': nothing,
};

export interface CatalogOutputs {
  /** `total` is null where it would have to be counted first; ask `catalog.count`, which may take longer. */
  'catalog.query': Page<CatalogRow> & { revision: number };
  'catalog.count': { total: number; revision: number };
  'catalog.ids': string[];
  'catalog.product': ProductDetail;
  'catalog.facets': { categories: Facet[]; shops: Facet[]; platforms: Facet[] };
}
