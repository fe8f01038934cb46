import type { ItemCheck } from '#app/campaigns/campaign-checks';
import type { CampaignRecord } from '#app/ports/campaign-store';
import type { InboxFilter, InboxGroup } from '#contract/inbox';
import type { SurfaceId } from '#contract/surfaces';
import { type ItemFix, itemFixes } from '#domain/campaigns/item-fixes';
import { type Cause, groupsFirst } from './causes.ts';

/** An item on a surface with why it is in the inbox. */
export interface Entry {
  campaign: CampaignRecord;
  surface: SurfaceId;
  check: ItemCheck;
  causes: Cause[];
  /** Day it was put off to; null when it is to be done now. */
  until: string | null;
}

/** A group before it is known what its wording rests on. */
export type CountedGroup = Omit<InboxGroup, 'example'>;

/** Whether an item would not be exported, and nobody put it off. */
export const isBlocked = ({ causes, until }: Entry): boolean =>
  until === null && causes.some(({ severity }) => severity === 'block');

/** The entries a filter finds, each with the causes it asks for only. */
export function filterEntries(entries: readonly Entry[], { campaignId, surface, severity }: InboxFilter): Entry[] {
  const found: Entry[] = [];
  for (const entry of entries) {
    if (campaignId !== undefined && entry.campaign.id !== campaignId) continue;
    if (surface !== undefined && entry.surface !== surface) continue;
    const causes = severity === undefined ? entry.causes : entry.causes.filter((each) => each.severity === severity);
    if (causes.length > 0) found.push({ ...entry, causes });
  }
  return found;
}

/** Entries by cause, what blocks first, with what can be done about each. */
export function groupEntries(entries: readonly Entry[]): CountedGroup[] {
  const groups = new Map<string, { group: CountedGroup; seen: Set<number>; known: Set<ItemFix> }>();
  for (const { campaign, causes, until } of entries) {
    for (const { cause, severity, code, category, fixes } of causes) {
      const counted = { cause, severity, code, category, rows: 0, campaigns: 0, snoozed: 0, fixes: [] };
      const into = groups.get(cause) ?? { group: counted, seen: new Set<number>(), known: new Set<ItemFix>() };
      groups.set(cause, into);
      if (until === null) into.group.rows += 1;
      else into.group.snoozed += 1;
      into.seen.add(campaign.id);
      for (const fix of fixes) into.known.add(fix);
    }
  }
  return [...groups.values()]
    .map(({ group, seen, known }) => ({
      ...group,
      campaigns: seen.size,
      fixes: itemFixes.filter((fix) => known.has(fix)),
    }))
    .sort(groupsFirst);
}
