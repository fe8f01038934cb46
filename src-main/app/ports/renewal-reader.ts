import type { EndingDay, RenewalRow, RenewalScope } from '#contract/links';

/** What ends when, and which products then have nothing left to post. */
export interface RenewalReader {
  /** Days on which nothing ends are missing. */
  endingDays(from: string, to: string): EndingDay[];
  /** Row ids of the products whose paying links are dead by the end of a day; held by campaigns and soonest first. */
  renewals(by: string, scope: RenewalScope): number[];
  /** In the order asked for. */
  rows(rowIds: readonly number[], by: string): RenewalRow[];
}
