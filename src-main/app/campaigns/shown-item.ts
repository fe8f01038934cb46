import type { CampaignItemRecord } from '#app/ports/campaign-store';
import type { CampaignItem } from '#contract/campaigns';
import type { ItemSource, PreparedItem } from '#domain/campaigns/prepare-item';
import { fixesOf } from '#domain/campaigns/item-fixes';

/** An item of a campaign with its product, or without one when the product's import was undone. */
export interface ItemOutcome {
  record: CampaignItemRecord;
  prepared: PreparedItem | null;
  shown: CampaignItem;
}

type StoredParts = Pick<
  CampaignItem,
  'itemId' | 'productId' | 'position' | 'overrideReason' | 'exportedAt' | 'postedAt' | 'leftOut'
>;

function storedParts(record: CampaignItemRecord): StoredParts {
  return {
    itemId: record.id,
    productId: `${record.market}:${record.itemKey}`,
    position: record.position,
    overrideReason: record.overrideReason,
    exportedAt: record.exportedAt,
    postedAt: record.postedAt,
    leftOut: record.leftOut,
  };
}

/** A prepared item as it crosses the wire. */
export function shownItem(record: CampaignItemRecord, source: ItemSource, prepared: PreparedItem): CampaignItem {
  const { text, edited, link, findings, blockers, state, nextStep } = prepared;
  const { product } = source;
  return {
    ...storedParts(record),
    product,
    title: product.title,
    alternatives: Math.max(0, source.links.length - 1),
    text,
    edited,
    link,
    findings,
    blockers,
    state,
    nextStep,
  };
}

/** An item whose product is no longer in the catalog. */
export function goneItem(record: CampaignItemRecord): CampaignItem {
  const isPosted = record.postedAt !== null;
  const fixes = fixesOf('product-gone', { canRelink: false, canOverride: false });
  return {
    ...storedParts(record),
    title: record.titleWhenAdded,
    product: null,
    text: record.text ?? '',
    edited: record.text !== null,
    link: null,
    alternatives: 0,
    findings: [],
    blockers: [{ code: 'product-gone', severity: 'block', params: {}, fixes }],
    state: isPosted ? 'posted' : 'todo',
    nextStep: isPosted ? null : 'remove',
  };
}
