import { z } from 'zod';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import type { Finding } from '#domain/compliance/finding';
import type { Changed } from './campaign-changes.ts';
import type { Blocker, CampaignItem, ItemTarget } from './campaigns.ts';
import { isoDay, limits, nothing, offsetLimit, type Page, productId } from './common.ts';
import type { SurfaceId } from './surfaces.ts';

/** `<blocker code>`, `<blocker code>/<category>` for findings in copy, `catalog/<category>` for products' own texts. */
const cause = z.string().max(80);

export const inboxInputs = {
  'inbox.groups': nothing,
  'inbox.rows': z.object({ cause, snoozed: z.boolean(), ...offsetLimit }).strict(),
  /** Everything a cause counts, for a fix of all of it. */
  'inbox.targets': z.object({ cause }).strict(),
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

export interface InboxOutputs {
  'inbox.groups': {
    groups: InboxGroup[];
    /** Items on surfaces that would not be exported; one with several causes counts once. */
    blocked: number;
    today: string;
  };
  'inbox.rows': Page<InboxRow>;
  'inbox.targets': { targets: ItemTarget[]; productIds: string[] };
  'inbox.snoozeProducts': Changed;
}
