import type { PackItemRecord } from '#app/ports/pack-store';
import type { MarkOrigin, OverriddenItem, PackSummary, RefusedItem } from '#contract/packs';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import type { LinkKind } from '#domain/links/link-kinds';
import { publicId } from './product-row.ts';

/**
 * When an item of pack `e` was posted, by a mark on the pack's item `i` or on the campaign's own (`k`): a mark in the
 * campaign counts for every pack that was exported before it was set.
 */
export const postedAt = `coalesce(i.posted_at, CASE WHEN k.posted_at >= e.created_at THEN k.posted_at END)`;

/** Items of the pack `e` with what their campaign says of them; aliases `i`, `c`, `k`. */
export const packItems = `pack_item i
  LEFT JOIN campaign_item c ON c.campaign_id = e.campaign_id AND c.item_key = i.item_key AND c.market = i.market
  LEFT JOIN campaign_copy k ON k.item_id = c.id AND k.surface = e.surface`;

/** Columns of a pack list; alias `e`. */
export const packColumns = `e.id, e.campaign_id, e.campaign_name, e.surface, e.out_path, e.container, e.items, e.exported, e.refused_json,
  e.overridden_json, e.origin, e.manifest_sha256, e.created_at,
  (SELECT count(${postedAt}) FROM ${packItems} WHERE i.pack_id = e.id) AS posted`;

/** Columns of a pack's items; aliases of {@link packItems}, and `p` for the product. */
export const packItemColumns = `i.number, i.market, i.item_key, i.title, i.text, i.link_kind, i.link_value, i.qr_url, i.outcome, i.price_fen,
  i.final_price_fen, i.coupon_ends_on, i.override_reason, i.pictures_json, ${postedAt} AS posted_at, i.posted_from, p.id AS product_row_id`;

export interface PackItemRow {
  number: number;
  market: string;
  item_key: string;
  title: string;
  text: string;
  link_kind: LinkKind | null;
  link_value: string | null;
  qr_url: string | null;
  outcome: Outcome | null;
  price_fen: number | null;
  final_price_fen: number | null;
  coupon_ends_on: string | null;
  override_reason: string | null;
  pictures_json: string;
  posted_at: string | null;
  posted_from: MarkOrigin | null;
  product_row_id: number | null;
}

export function toPackItem(row: PackItemRow): PackItemRecord {
  return {
    number: row.number,
    productId: publicId(row.market, row.item_key),
    title: row.title,
    text: row.text,
    link: row.link_kind === null || row.link_value === null ? null : { kind: row.link_kind, value: row.link_value },
    qrUrl: row.qr_url,
    outcome: row.outcome,
    priceFen: row.price_fen,
    finalPriceFen: row.final_price_fen,
    couponEndsOn: row.coupon_ends_on,
    override: row.override_reason,
    pictures: JSON.parse(row.pictures_json) as PackItemRecord['pictures'],
    productRowId: row.product_row_id,
    postedAt: row.posted_at,
    postedFrom: row.posted_from,
  };
}

export interface PackRecord {
  id: number;
  campaign_id: number | null;
  campaign_name: string;
  surface: SurfaceId;
  out_path: string;
  container: PackSummary['container'];
  items: number;
  exported: number;
  refused_json: string;
  overridden_json: string;
  origin: PackSummary['origin'];
  manifest_sha256: string;
  created_at: string;
  posted: number;
}

export function toPackSummary(record: PackRecord): PackSummary {
  return {
    id: record.id,
    origin: record.origin,
    campaignId: record.campaign_id,
    campaignName: record.campaign_name,
    surface: record.surface,
    fileName: record.out_path.split(/[\\/]/).at(-1) ?? record.out_path,
    path: record.out_path,
    container: record.container,
    items: record.items,
    exported: record.exported,
    posted: record.posted,
    refused: JSON.parse(record.refused_json) as RefusedItem[],
    overridden: JSON.parse(record.overridden_json) as OverriddenItem[],
    manifestSha256: record.manifest_sha256,
    createdAt: record.created_at,
  };
}
