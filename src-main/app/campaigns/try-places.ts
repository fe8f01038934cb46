import type { CampaignReader } from '#app/ports/campaign-store';
import type { TriedPlace } from '#contract/campaign-fixes';
import type { ItemTarget } from '#contract/campaigns';
import { campaignSurfaceIds } from '#contract/surfaces';
import type { CampaignPreparer } from './campaign-preparer.ts';

interface Dependencies {
  campaigns: CampaignReader;
  preparer: CampaignPreparer;
  asOf(): string;
  /** Lets other work of the thread in. */
  breathe(): Promise<void>;
}

const itemsPerBreath = 50;

/** How many of the items could be posted on each surface as they are. */
export async function tryPlaces(deps: Dependencies, targets: readonly ItemTarget[]): Promise<TriedPlace[]> {
  const { campaigns, preparer, asOf, breathe } = deps;
  const tried: TriedPlace[] = [];
  for (const surface of campaignSurfaceIds) {
    let ready = 0;
    const items = targets.map(({ itemId }) => campaigns.item(itemId, surface));
    for (const [id, group] of Map.groupBy(items, ({ campaignId }) => campaignId)) {
      const campaign = campaigns.get(id);
      for (let from = 0; from < group.length; from += itemsPerBreath) {
        const outcomes = preparer.prepare(group.slice(from, from + itemsPerBreath), campaign, surface, asOf());
        ready += outcomes.filter(({ shown }) => shown.state !== 'todo' && shown.state !== 'fix').length;
        await breathe();
      }
    }
    tried.push({ surface, ready });
  }
  return tried;
}
