import { z } from 'zod';
import type { ItemFix, ItemStep } from '#domain/campaigns/item-fixes';
import type { Finding } from '#domain/compliance/finding';
import type { Changed } from './campaign-changes.ts';
import { type ProductRow, productSelection } from './catalog.ts';
import { isoDay, name, offsetLimit, type Page, rowId, surface } from './common.ts';
import { type ItemState, itemStates } from './item-states.ts';
import { limits } from './limits.ts';
import type { LinkRow } from './links.ts';
import type { MessageParams } from './messages/format-message.ts';
import type { Outcome, SurfaceId } from './surfaces.ts';

/** Something that keeps an item from being posted (`block`) or that one should know first (`warn`). */
export interface Blocker {
  /** Key `campaign.blocker.<code>` of the message catalogue. */
  code:
    | 'product-gone'
    | 'no-link'
    | 'link-blocked'
    | 'link-dead'
    | 'link-not-clickable'
    | 'link-needs-browser'
    | 'link-unknown'
    | 'earns-nothing'
    | 'earns-for-others'
    | 'earning-unknown'
    | 'copy-block'
    | 'copy-warn'
    | 'copy-empty'
    | 'other-link-in-copy'
    | 'token-on-moments'
    | 'coupon-ended'
    | 'coupon-used-up'
    | 'link-dead-by-day'
    | 'coupon-ends-before';
  severity: 'block' | 'warn';
  params: MessageParams;
  /** What can be done about it, most helpful first. */
  fixes: ItemFix[];
}

export interface ChosenLink {
  linkId: number;
  kind: string;
  value: string;
  outcome: Outcome;
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  deadFrom: string | null;
  /** One sentence why this link and not another, as message code and parameters. */
  reason: { code: string; params: Record<string, string | number> };
  /** Chosen by the user. */
  pinned: boolean;
}

export interface CampaignItem {
  itemId: number;
  productId: string;
  title: string;
  /** Null when the import that brought the product was undone. */
  product: ProductRow | null;
  position: number;
  text: string;
  /** Whether the user wrote the text; otherwise it follows the template. */
  edited: boolean;
  link: ChosenLink | null;
  /** Other links of the product. */
  alternatives: number;
  findings: Finding[];
  blockers: Blocker[];
  state: ItemState;
  /** The one thing to do now; null when the item was posted. */
  nextStep: ItemStep | null;
  overrideReason: string | null;
  exportedAt: string | null;
  postedAt: string | null;
  /** Not posted on this surface, though the campaign holds the product. */
  leftOut: boolean;
}

export type StateCounts = Record<ItemState, number>;

export interface CampaignSurface {
  surface: SurfaceId;
  templateId: string;
  /** Without the items left out on this surface. */
  counts: StateCounts;
  leftOut: number;
}

/** One item on one surface. */
export interface ItemTarget {
  itemId: number;
  surface: SurfaceId;
}

export interface CampaignSummary {
  id: number;
  name: string;
  scheduledOn: string | null;
  note: string;
  items: number;
  /** What selling one of each product pays, 分; null when no product says. */
  commissionFen: number | null;
  surfaces: CampaignSurface[];
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}

/** Nobody posts more than this in one go, and everything about a campaign is worked out as a whole. */
export const campaignLimits = { items: 5_000, surfaces: 12 } as const;

export const templateId = z.string().min(1).max(64);
export const itemTarget = z.object({ itemId: rowId, surface }).strict();
const surfaceChoice = z.object({ surface, templateId: templateId.nullable() }).strict();

/** Absent = leave alone; null = back to what the template or the chooser says. */
const itemEdit = itemTarget
  .extend({
    text: z.string().max(limits.textUnits).nullable().optional(),
    linkId: rowId.nullable().optional(),
    overrideReason: z.string().trim().min(2, '请写明理由').max(500).nullable().optional(),
    posted: z.boolean().optional(),
    leftOut: z.boolean().optional(),
  })
  .strict();
export type ItemEdit = z.infer<typeof itemEdit>;

const itemFilter = z
  .object({
    id: rowId,
    surface,
    /** Only items in one of these states; all by default. */
    states: z.array(z.enum(itemStates)).min(1).optional(),
    /** Those left out on the surface instead. */
    leftOut: z.boolean().optional(),
    /** Part of the title. */
    search: z.string().max(200, '搜索文字最多 200 字').optional(),
  })
  .strict();

export const campaignInputs = {
  'campaigns.list': z.object({ archived: z.boolean() }).strict(),
  'campaigns.get': z.object({ id: rowId }).strict(),
  'campaigns.create': z
    .object({
      name,
      scheduledOn: isoDay.nullable(),
      surfaces: z.array(surfaceChoice).min(1).max(campaignLimits.surfaces),
      products: productSelection.nullable(),
    })
    .strict(),
  'campaigns.update': z
    .object({
      id: rowId,
      name: name.optional(),
      scheduledOn: isoDay.nullable().optional(),
      note: z.string().max(2000).optional(),
      archived: z.boolean().optional(),
      surfaces: z.array(surfaceChoice).min(1).max(campaignLimits.surfaces).optional(),
    })
    .strict(),
  'campaigns.duplicate': z.object({ id: rowId, name }).strict(),
  'campaigns.delete': z.object({ id: rowId }).strict(),
  'campaigns.items': itemFilter.extend(offsetLimit).strict(),
  /** Ids of all items a filter finds, in posting order. */
  'campaigns.itemIds': itemFilter,
  /** One item as it stands. */
  /** @param campaignId where given: an item of another campaign is not found */
  'campaigns.item': itemTarget.extend({ campaignId: rowId.optional() }),
  /** The product's links for this surface, best first, each with why it, or why not. */
  'campaigns.links': itemTarget,
  'campaigns.addProducts': z.object({ id: rowId, products: productSelection }).strict(),
  'campaigns.removeItems': z.object({ id: rowId, itemIds: z.array(rowId).min(1).max(limits.idsPerCall) }).strict(),
  /** Moves items, in their present order, before another one; null = to the end. */
  'campaigns.moveItems': z
    .object({ id: rowId, itemIds: z.array(rowId).min(1).max(limits.idsPerCall), before: rowId.nullable() })
    .strict(),
  'campaigns.editItem': itemEdit,
  /** Many items at once, as one change. */
  'campaigns.edit': z.object({ edits: z.array(itemEdit).min(1).max(limits.idsPerCall) }).strict(),
};

/** A link of an item's product beside the others. */
export interface LinkAlternative {
  link: LinkRow;
  /** For the best one why it; for the others what the best one has over them. A key of `choiceMessages`. */
  reason: ChosenLink['reason'];
  /** What it is posted with now. */
  chosen: boolean;
}

export interface CampaignOutputs {
  'campaigns.list': CampaignSummary[];
  'campaigns.get': CampaignSummary;
  'campaigns.create': CampaignSummary & Changed & { added: number };
  'campaigns.update': CampaignSummary & Changed;
  'campaigns.duplicate': CampaignSummary & Changed;
  'campaigns.delete': Changed;
  'campaigns.items': Page<CampaignItem>;
  'campaigns.itemIds': number[];
  'campaigns.item': CampaignItem;
  'campaigns.links': LinkAlternative[];
  'campaigns.addProducts': Changed & { added: number; already: number };
  'campaigns.removeItems': Changed & { removed: number };
  'campaigns.moveItems': Changed;
  'campaigns.editItem': CampaignItem & Changed;
  'campaigns.edit': Changed & { changed: number };
}
