import type { EndingDay, RenewalRow } from '#contract/links';
import type { RowWindow } from './catalog-reader.ts';

/** What ends when, and which products then have nothing left to post. */
export interface RenewalReader {
  /** Days on which nothing ends are missing. */
  endingDays(from: string, to: string): EndingDay[];
  /** Products whose paying links are all dead by the end of a day. */
  renewals(by: string, search: string | undefined, window: RowWindow): RenewalRow[];
  countRenewals(by: string, search: string | undefined): number;
}
