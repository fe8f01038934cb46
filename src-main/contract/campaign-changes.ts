import { z } from 'zod';
import { rowId } from './common.ts';
import { limits } from './limits.ts';

/** What was done to campaigns; the sentences are `campaignMessages.changes`. */
export const changeActions = [
  'created',
  'updated',
  'surfaces',
  'archived',
  'restored',
  'duplicated',
  'removed',
  'products-added',
  'items-removed',
  'items-moved',
  'text',
  'texts',
  'text-reset',
  'link',
  'links',
  'override',
  'override-lifted',
  'posted',
  'not-posted',
  'left-out',
  'brought-back',
  'surface-moved',
  'snoozed',
  'woken',
] as const;
export type ChangeAction = (typeof changeActions)[number];

/** One thing the user did, as it can be shown and taken back. */
export interface CampaignChange {
  changeId: number;
  campaignId: number | null;
  at: string;
  action: ChangeAction;
  params: Record<string, string | number>;
  undone: boolean;
}

/** A change that was just made; `changeId` is null when nothing had to change. */
export interface Changed {
  changeId: number | null;
}

export const campaignChangeInputs = {
  'campaigns.history': z.object({ id: rowId.nullable(), limit: z.int().min(1).max(limits.pageRows) }).strict(),
  /** Takes a change back, or, with `redo`, makes one again that was taken back. */
  'campaigns.undo': z.object({ changeId: rowId, redo: z.boolean() }).strict(),
};

export interface CampaignChangeOutputs {
  'campaigns.history': CampaignChange[];
  'campaigns.undo': null;
}
