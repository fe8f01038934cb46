import { useCallback, useMemo } from 'react';
import type { CampaignItem } from '#contract/campaigns';
import type { Methods } from '#contract/methods';
import type { AppError } from '#contract/errors';
import { useServices } from '../../../state/services.tsx';
import { type PagedRows, usePagedRows } from '../../../state/use-paged-rows.ts';
import { useRemote } from '../../../state/use-remote.ts';

export type ItemFilter = Methods['campaigns.itemIds']['in'];

interface CampaignItems extends PagedRows<CampaignItem> {
  /** All that the filter finds, in posting order; null while unknown. */
  ids: readonly number[] | null;
  error: AppError | null;
  reload(): void;
}

/** The items of a campaign that a filter finds: their order at once, what they are as they come into view. */
export function useCampaignItems(filter: ItemFilter): CampaignItems {
  const { transport } = useServices();
  const key = JSON.stringify(filter);
  const stable = useMemo(() => JSON.parse(key) as ItemFilter, [key]);
  const order = useRemote('campaigns.itemIds', stable);
  const read = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) =>
      (await transport.call('campaigns.items', { ...stable, offset, limit }, { signal })).items,
    [transport, stable],
  );
  const rows = usePagedRows(read);
  return {
    ...rows,
    ids: order.data,
    error: order.error ?? rows.error,
    reload: () => {
      order.reload();
      rows.reload();
    },
  };
}
