import { z } from 'zod';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import type { Finding } from '#domain/compliance/finding';
import type { Changed } from './campaign-changes.ts';
import type { Blocker, CampaignItem, ItemTarget } from './campaigns.ts';
import { isoDay, nothing, offsetLimit, type Page, productId, rowId, surface } from './common.ts';
import { limits } from './limits.ts';
import type { SurfaceId } from './surfaces.ts';

/** `<blocker code>`, `<blocker code>/<category>` for findings in copy, `catalog/<category>` for products' own texts. */
const cause = z.string().max(80);

/** All parts given must hold; texts of the catalog belong to no campaign and to no place. */
export const inboxFilter = z
  .object({
    campaignId: rowId.optional(),
    surface: surface.optional(),
    severity: z.enum(['block', 'warn']).optional(),
  })
  .strict();
export type InboxFilter = z.infer<typeof inboxFilter>;

/** What was put off, instead of what is to be done. */
const snoozed = z.boolean();

export const inboxInputs = {
  /** How much there is to do, for the badge of the navigation. */
  'inbox.count': nothing,
  'inbox.groups': z.object({ filter: inboxFilter }).strict(),
  'inbox.rows': z.object({ cause, snoozed, filter: inboxFilter, ...offsetLimit }).strict(),
  /** Everything a cause counts, for a fix of all of it. */
  'inbox.targets': z.object({ cause, snoozed, filter: inboxFilter }).strict(),
  /** Keeps products' own texts out of the inbox until a day; null = no longer. */
  'inbox.snoozeProducts': z
    .object({ productIds: z.array(productId).min(1).max(limits.idsPerCall), until: isoDay.nullable() })
    .strict(),
};

/** Everything with the same cause. */
export interface InboxGroup {
  cause: string;
  /** `block`: it would not be exported; `warn`: it would, but one should know. */
  severity: 'block' | 'warn';
  /** Null for texts of the catalog. */
  code: Blocker['code'] | null;
  /** Category of the findings, where the cause is a wording. */
  category: string | null;
  rows: number;
  campaigns: number;
  /** Rows that were put off and do not count. */
  snoozed: number;
  /** What can be done about at least one of them, most helpful first. */
  fixes: ItemFix[];
  /** Where the cause is a wording: one finding of it, for what it rests on. */
  example: Pick<Finding, 'explanation' | 'basis'> | null;
}

/** An item on a surface that something is in the way of. */
export interface InboxItem extends ItemTarget {
  kind: 'item';
  campaignId: number;
  campaignName: string;
  surface: SurfaceId;
  item: CampaignItem;
  until: string | null;
}

/** A product whose own texts break a rule. */
export interface InboxProduct {
  kind: 'product';
  productId: string;
  title: string;
  finding: Finding;
  field: 'title' | 'recommend';
  text: string;
  until: string | null;
}

export type InboxRow = InboxItem | InboxProduct;

/** Everything of a list: items on surfaces, or products for their own texts. */
export interface InboxTargets {
  targets: ItemTarget[];
  productIds: string[];
}

/** What is to be done and not put off. */
export interface InboxCount {
  /** Items on surfaces that would not be exported; one with several causes counts once. */
  blocked: number;
  /** Products whose own texts break a rule. */
  products: number;
}

export interface InboxOutputs {
  'inbox.count': InboxCount;
  'inbox.groups': InboxCount & {
    groups: InboxGroup[];
    /** Those with something in the inbox, whatever the filter. */
    campaigns: { id: number; name: string }[];
    /** Products whose own texts the rules in force have not judged yet; 0 where the filter leaves those out. */
    unscanned: number;
    /** Whether the catalog holds any. */
    hasProducts: boolean;
    today: string;
  };
  'inbox.rows': Page<InboxRow>;
  'inbox.targets': InboxTargets;
  'inbox.snoozeProducts': Changed;
}
