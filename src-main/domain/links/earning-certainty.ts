import type { EarningReason } from './link-part.ts';

/**
 * How sure a statement about a link's commission is. `read`: written in the link itself; `likely`: follows from its form,
 * its column or what following it showed; `open`: nothing tells.
 */
export type EarningCertainty = 'read' | 'likely' | 'open';

/** What would settle the question, or mend a link that pays nobody or somebody else. */
export type EarningStep = 'follow' | 'regenerate' | 'add-own-pids' | 'copy-again' | 'claim' | 'own-files';

interface EarningOutlook {
  certainty: EarningCertainty;
  /** Cheapest first; empty when nothing is left to find out or mend. */
  steps: readonly EarningStep[];
}

const settled: EarningOutlook = { certainty: 'read', steps: [] };
const mendable: EarningOutlook = { certainty: 'read', steps: ['regenerate'] };
const open = (...steps: EarningStep[]): EarningOutlook => ({ certainty: 'open', steps });
const likely = (...steps: EarningStep[]): EarningOutlook => ({ certainty: 'likely', steps });

const outlooks: Record<EarningReason, EarningOutlook> = {
  'own-pid': settled,
  'own-relation': settled,
  'own-keys': settled,
  'own-account': likely(),
  'item-page': mendable,
  'coupon-page': mendable,
  'dead-link': mendable,
  'other-pid': mendable,
  'pid-visible': { certainty: 'read', steps: ['add-own-pids'] },
  'affiliate-link': likely('own-files', 'claim', 'regenerate'),
  'affiliate-column': likely('own-files', 'claim', 'regenerate'),
  'pasted-affiliate': open('claim', 'regenerate'),
  'said-own': likely('follow'),
  'own-file': likely('follow'),
  'resolved-affiliate': likely('regenerate'),
  'resolved-plain': likely('regenerate'),
  'app-share': likely('follow', 'regenerate'),
  'short-link': open('follow', 'claim', 'regenerate'),
  'resolve-first': open('follow'),
  'plain-page': open('follow'),
  token: open('claim', 'regenerate'),
  'landing-page': open('regenerate'),
  'activity-page': open('regenerate'),
  'no-promoter': open('copy-again', 'regenerate'),
  'cut-off': open('copy-again', 'regenerate'),
  'no-inner-page': open('regenerate'),
};

/** How far a stated reason can be relied on, and what would take one further. */
export function earningOutlook(reason: string): EarningOutlook {
  return Object.hasOwn(outlooks, reason) ? outlooks[reason as EarningReason] : open('regenerate');
}
