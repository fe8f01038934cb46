import { z } from 'zod';
import type { Finding } from '#domain/compliance/finding';
import { type ProductRow, productSelection } from './catalog.ts';
import { isoDay, limits, name, nothing, offsetLimit, type Page, rowId, surface } from './common.ts';
import type { Outcome, SurfaceId } from './surfaces.ts';

/**
 * Where an item stands on one surface, derived from facts: `todo` has nothing to post yet (no product, no usable link),
 * `fix` would be refused, `ready` can be posted.
 */
export const itemStates = ['todo', 'fix', 'ready', 'exported', 'posted'] as const;
export type ItemState = (typeof itemStates)[number];

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
    | 'coupon-used-up';
  severity: 'block' | 'warn';
  params: Record<string, string | number>;
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
  overrideReason: string | null;
  exportedAt: string | null;
  postedAt: string | null;
}

export type StateCounts = Record<ItemState, number>;

export interface CampaignSurface {
  surface: SurfaceId;
  templateId: string;
  counts: StateCounts;
}

export interface CampaignSummary {
  id: number;
  name: string;
  scheduledOn: string | null;
  note: string;
  items: number;
  surfaces: CampaignSurface[];
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}

const templateId = z.string().min(1).max(64);
const surfaceChoice = z.object({ surface, templateId: templateId.nullable() }).strict();

export const campaignInputs = {
  'campaigns.list': z.object({ archived: z.boolean() }).strict(),
  'campaigns.get': z.object({ id: rowId }).strict(),
  'campaigns.create': z
    .object({
      name,
      scheduledOn: isoDay.nullable(),
      surfaces: z.array(surfaceChoice).min(1).max(12),
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
      surfaces: z.array(surfaceChoice).min(1).max(12).optional(),
    })
    .strict(),
  'campaigns.duplicate': z.object({ id: rowId, name }).strict(),
  'campaigns.delete': z.object({ id: rowId }).strict(),
  'campaigns.items': z.object({ id: rowId, surface, ...offsetLimit }).strict(),
  'campaigns.addProducts': z.object({ id: rowId, products: productSelection }).strict(),
  'campaigns.removeItems': z.object({ id: rowId, itemIds: z.array(rowId).min(1).max(limits.idsPerCall) }).strict(),
  /** Moves items, in their present order, before another one; null = to the end. */
  'campaigns.moveItems': z
    .object({ id: rowId, itemIds: z.array(rowId).min(1).max(limits.idsPerCall), before: rowId.nullable() })
    .strict(),
  /** Absent = leave alone; null = back to what the template or the chooser says. */
  'campaigns.editItem': z
    .object({
      itemId: rowId,
      surface,
      text: z.string().max(limits.textUnits).nullable().optional(),
      linkId: rowId.nullable().optional(),
      overrideReason: z.string().trim().min(2, '请写明理由').max(500).nullable().optional(),
      posted: z.boolean().optional(),
    })
    .strict(),
  'templates.list': nothing,
  'templates.save': z
    .object({
      id: templateId.nullable(),
      name,
      surface,
      body: z.string().min(1).max(20_000),
    })
    .strict(),
  'templates.delete': z.object({ id: templateId }).strict(),
  'templates.preview': z
    .object({ body: z.string().max(20_000), surface, productId: z.string().max(80).nullable() })
    .strict(),
};

export interface CopyTemplate {
  id: string;
  name: string;
  description: string;
  surface: SurfaceId;
  body: string;
  builtIn: boolean;
}

export interface TemplateProblem {
  line: number;
  message: string;
}

export interface CampaignOutputs {
  'campaigns.list': CampaignSummary[];
  'campaigns.get': CampaignSummary;
  'campaigns.create': CampaignSummary & { added: number };
  'campaigns.update': CampaignSummary;
  'campaigns.duplicate': CampaignSummary;
  'campaigns.delete': null;
  'campaigns.items': Page<CampaignItem>;
  'campaigns.addProducts': { added: number; already: number };
  'campaigns.removeItems': { removed: number };
  'campaigns.moveItems': null;
  'campaigns.editItem': CampaignItem;
  'templates.list': CopyTemplate[];
  'templates.save': CopyTemplate;
  'templates.delete': null;
  'templates.preview': { text: string; problems: TemplateProblem[]; findings: Finding[] };
}
