import type { EarningGroup, LinkOverview } from '#contract/links';
import { addDays } from '#domain/shared/shanghai-day';
import type { EarningCount, LinkFactsReader } from '../ports/link-facts.ts';

const soonDays = 7;

function groupOf({ earns, owner }: EarningCount): EarningGroup {
  if (earns === 'no') return 'none';
  if (owner !== 'unknown') return owner;
  return earns === 'yes' ? 'affiliate' : 'unknown';
}

/** The numbers above the list of links. @param today YYYY-MM-DD in Asia/Shanghai */
export function linkOverview(facts: LinkFactsReader, today: string): LinkOverview {
  const earning: LinkOverview['earning'] = { own: 0, affiliate: 0, unknown: 0, other: 0, none: 0 };
  for (const count of facts.earningCounts()) earning[groupOf(count)] += count.links;
  const soon = { from: today, to: addDays(today, soonDays) };
  return {
    today,
    total: Object.values(earning).reduce((sum, links) => sum + links, 0),
    earning,
    soon,
    endingSoon: facts.endingBetween(soon.from, soon.to),
    ended: facts.endedBy(today),
    noProduct: facts.withoutProduct(),
  };
}
