import type { InboxFilter } from '#contract/inbox';
import { type SurfaceId, surfaceIds } from '#contract/surfaces';

/** What the address says the inbox shows. */
export interface InboxView {
  filter: InboxFilter;
  /** What was put off, instead of what is to be done. */
  snoozed: boolean;
}

/** Reads the view out of an address, which anybody may have edited; parts that make no sense are left out. */
export function readInboxView({ campaign, surface, severity, snoozed }: Record<string, unknown>): InboxView {
  const place = surfaceIds.find((each: SurfaceId) => each === surface);
  return {
    filter: {
      ...(typeof campaign === 'number' && Number.isInteger(campaign) && campaign > 0 ? { campaignId: campaign } : {}),
      ...(place === undefined ? {} : { surface: place }),
      ...(severity === 'block' || severity === 'warn' ? { severity } : {}),
    },
    snoozed: snoozed === true,
  };
}

/** The view as the address keeps it: nothing is written that holds anyway. */
export function inboxViewState({ filter, snoozed }: InboxView): Record<string, unknown> {
  const { campaignId, surface, severity } = filter;
  return {
    ...(campaignId === undefined ? {} : { campaign: campaignId }),
    ...(surface === undefined ? {} : { surface }),
    ...(severity === undefined ? {} : { severity }),
    ...(snoozed ? { snoozed } : {}),
  };
}
