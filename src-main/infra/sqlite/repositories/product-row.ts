import type { Coupon, ProductRow } from '#contract/catalog';
import type { CouponState } from '#contract/catalog-choices';

/** Columns every product list reads; alias `p`. */
export const productRowColumns = `
  p.id AS row_id, p.market, p.item_key, p.item_id, p.platform, p.title, p.short_title, p.shop, p.category, p.image_url, p.detail_url,
  p.price_fen, p.final_price_fen, p.coupon_state, p.coupon_text, p.coupon_face_fen, p.coupon_threshold_fen,
  p.coupon_starts_on, p.coupon_ends_on, p.coupon_left, p.coupon_total, p.commission_rate_bp, p.commission_amount_fen,
  p.monthly_sales, p.data_date,
  (SELECT count(*) FROM share_link l WHERE l.product_id = p.id) AS links,
  (SELECT min(f.severity) FROM finding f WHERE f.product_id = p.id AND f.superseded_at IS NULL) AS finding`;

export interface ProductRecord {
  row_id: number;
  market: ProductRow['platform'];
  item_key: string;
  item_id: string;
  platform: ProductRow['platform'] | null;
  title: string | null;
  short_title: string | null;
  shop: string | null;
  category: string | null;
  image_url: string | null;
  detail_url: string | null;
  price_fen: number | null;
  final_price_fen: number | null;
  coupon_state: 'some' | 'none' | null;
  coupon_text: string | null;
  coupon_face_fen: number | null;
  coupon_threshold_fen: number | null;
  coupon_starts_on: string | null;
  coupon_ends_on: string | null;
  coupon_left: number | null;
  coupon_total: number | null;
  commission_rate_bp: number | null;
  commission_amount_fen: number | null;
  monthly_sales: number | null;
  data_date: string;
  links: number;
  finding: 'block' | 'warn' | null;
}

/** Public id of a product; see contract/common productId. */
export function publicId(market: string, itemKey: string): string {
  return `${market}:${itemKey}`;
}

/** @returns market and item key of a public id (its shape was checked at the door) */
export function splitPublicId(id: string): { market: string; itemKey: string } {
  const colon = id.indexOf(':');
  return { market: id.slice(0, colon), itemKey: id.slice(colon + 1) };
}

function couponState(record: ProductRecord, asOf: string): CouponState {
  if (record.coupon_state !== 'some') return 'none';
  if (record.coupon_ends_on !== null && record.coupon_ends_on < asOf) return 'expired';
  if (record.coupon_left === 0) return 'used-up';
  return record.coupon_starts_on !== null && record.coupon_starts_on > asOf ? 'upcoming' : 'active';
}

function toCoupon(record: ProductRecord, asOf: string): Coupon | null {
  if (record.coupon_state !== 'some') return null;
  return {
    text: record.coupon_text,
    faceFen: record.coupon_face_fen,
    thresholdFen: record.coupon_threshold_fen,
    startsOn: record.coupon_starts_on,
    endsOn: record.coupon_ends_on,
    left: record.coupon_left,
    total: record.coupon_total,
    state: couponState(record, asOf),
  };
}

export function toProductRow(record: ProductRecord, asOf: string): ProductRow {
  return {
    id: publicId(record.market, record.item_key),
    itemId: record.item_id,
    platform: record.platform ?? record.market,
    title: record.title ?? record.item_id,
    shortTitle: record.short_title,
    shop: record.shop,
    category: record.category,
    imageUrl: record.image_url,
    detailUrl: record.detail_url,
    priceFen: record.price_fen,
    finalPriceFen: record.final_price_fen,
    coupon: toCoupon(record, asOf),
    commissionRateBp: record.commission_rate_bp,
    commissionFen: record.commission_amount_fen,
    monthlySales: record.monthly_sales,
    dataDate: record.data_date,
    links: record.links,
    finding: record.finding,
  };
}
