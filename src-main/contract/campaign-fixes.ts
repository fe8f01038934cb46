import { z } from 'zod';
import type { Changed } from './campaign-changes.ts';
import { type ItemEdit, type ItemTarget, itemTarget } from './campaigns.ts';
import { isoDay, surface } from './common.ts';
import { limits } from './limits.ts';
import type { SurfaceId } from './surfaces.ts';

const itemTargets = z.array(itemTarget).min(1).max(limits.idsPerCall);
/** What has to be worked out item by item is asked for in portions, which also makes it stoppable. */
const fewTargets = z.array(itemTarget).min(1).max(limits.pageRows);

/** `relink`: the best usable link, in the text too; `rewrite`: a wording nothing is found in; `reset`: as the template says. */
const textFix = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['relink', 'rewrite', 'reset']) }).strict(),
  z.object({ kind: z.literal('replace'), find: z.string().min(1).max(200), replacement: z.string().max(500) }).strict(),
]);
export type TextFix = z.infer<typeof textFix>;

export const campaignFixInputs = {
  /** What a fix would do to each item; nothing is changed. */
  'campaigns.propose': z.object({ targets: fewTargets, fix: textFix }).strict(),
  /** How the items would stand on each surface people post to. */
  'campaigns.tryPlaces': z.object({ targets: fewTargets }).strict(),
  /** Posts items on another surface instead; the campaign gets the surface when it has it not. */
  'campaigns.moveSurface': z.object({ targets: itemTargets, to: surface }).strict(),
  /** Takes items off a surface, and out of the campaign where no other surface holds them. */
  'campaigns.takeOut': z.object({ targets: itemTargets }).strict(),
  /** Keeps items out of the inbox until a day; null = no longer. */
  'campaigns.snooze': z.object({ targets: itemTargets, until: isoDay.nullable() }).strict(),
};

/** What a fix would make of one item. */
export interface Proposal extends ItemTarget {
  title: string;
  before: { text: string; link: string | null };
  after: { text: string; link: string | null };
  /** To be sent as it is to make it so. */
  edit: ItemEdit;
}

export interface Proposals {
  proposals: Proposal[];
  /** Items the fix does not help, and why: a key of `skipMessages`. */
  skipped: (ItemTarget & { title: string; reason: SkipReason })[];
}

export type SkipReason = 'no-other-link' | 'no-rewrite' | 'nothing-found' | 'as-template' | 'product-gone';

export interface TriedPlace {
  surface: SurfaceId;
  /** Items that could be posted there as they are. */
  ready: number;
}

export interface CampaignFixOutputs {
  'campaigns.propose': Proposals;
  'campaigns.tryPlaces': TriedPlace[];
  'campaigns.moveSurface': Changed & { moved: number };
  'campaigns.takeOut': Changed & { removed: number; leftOut: number };
  'campaigns.snooze': Changed;
}
