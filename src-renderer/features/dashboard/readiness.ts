import type { CampaignSummary, StateCounts } from '#contract/campaigns';

type Counted = Pick<CampaignSummary, 'scheduledOn' | 'surfaces'>;

/** How far the campaigns are that somebody may want to post now, and what waits in those of days to come. */
export interface Readiness {
  due: number;
  ready: number;
  toFix: number;
  toFixLater: number;
}

/** Due are campaigns whose day has come, and those without a day. @param today `YYYY-MM-DD` */
export function readiness(campaigns: readonly Counted[], today: string): Readiness {
  const isDue = ({ scheduledOn }: Counted): boolean => scheduledOn === null || scheduledOn <= today;
  const due = campaigns.filter(isDue);
  const later = campaigns.filter((campaign) => !isDue(campaign));
  return {
    due: due.length,
    ready: sum(due, ['ready', 'exported']),
    toFix: sum(due, ['fix', 'todo']),
    toFixLater: sum(later, ['fix', 'todo']),
  };
}

const sum = (campaigns: readonly Counted[], states: readonly (keyof StateCounts)[]): number =>
  campaigns
    .flatMap(({ surfaces }) => surfaces)
    .reduce((total, { counts }) => states.reduce((part, state) => part + counts[state], total), 0);
