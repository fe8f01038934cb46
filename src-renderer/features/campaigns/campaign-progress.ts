import type { CampaignSummary, StateCounts } from '#contract/campaigns';
import { type ItemState, itemStates } from '#contract/item-states';
import type { SurfaceId } from '#contract/surfaces';

/** Items of all surfaces together by their state: an item posted on two surfaces counts twice. */
export function totalCounts({ surfaces }: Pick<CampaignSummary, 'surfaces'>): StateCounts {
  const total: StateCounts = { todo: 0, fix: 0, ready: 0, exported: 0, posted: 0 };
  for (const { counts } of surfaces) for (const state of itemStates) total[state] += counts[state];
  return total;
}

/** What there is to do for a campaign, and where. */
export type CampaignStep =
  | { kind: 'add-products' | 'done' }
  | { kind: 'fix' | 'export' | 'post'; surface: SurfaceId; states: ItemState[]; n: number };

const steps = [
  { kind: 'fix', states: ['todo', 'fix'] },
  { kind: 'export', states: ['ready'] },
  { kind: 'post', states: ['exported'] },
] as const;

/** The one next step: what stands in the way first, then exporting, then posting; surface by surface. */
export function campaignStep({ items, surfaces }: Pick<CampaignSummary, 'items' | 'surfaces'>): CampaignStep {
  if (items === 0) return { kind: 'add-products' };
  for (const { kind, states } of steps) {
    for (const { surface, counts } of surfaces) {
      const n = states.reduce((sum, state) => sum + counts[state], 0);
      if (n > 0) return { kind, surface, states: [...states], n };
    }
  }
  return { kind: 'done' };
}
