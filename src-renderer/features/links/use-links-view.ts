import { useCallback, useMemo } from 'react';
import type { LinkFilter, LinkSort } from '#contract/links';
import { useRoute, useServices, useSettings } from '../../state/services.tsx';
import { endingFirst, type LinksView, linksViewState, newestFirst, readLinksView } from './links-view.ts';

export interface LinksViewHandle extends LinksView {
  setFilter(filter: LinkFilter): void;
  setSort(sort: LinkSort): void;
}

/** What the list of links shows, kept in the address. */
export function useLinksView(): LinksViewHandle {
  const { route } = useServices();
  const { surface } = useSettings();
  const { view } = useRoute();
  const key = JSON.stringify(view);
  const { filter, sort } = useMemo(
    () => readLinksView(JSON.parse(key) as Record<string, unknown>, surface),
    [key, surface],
  );
  const setFilter = useCallback(
    (next: LinkFilter) => {
      // A sort that was chosen stays; the usual one goes with the filter.
      const { sort: chosen } = JSON.parse(key) as Record<string, unknown>;
      const view = readLinksView({ filter: next, sort: chosen }, surface);
      route.getState().setView(linksViewState(view, surface));
    },
    [route, key, surface],
  );
  const setSort = useCallback(
    (next: LinkSort) => route.getState().setView(linksViewState({ filter, sort: next }, surface)),
    [route, filter, surface],
  );
  return { filter, sort, setFilter, setSort };
}

/** What a click on the head of the end column sorts by: soonest first, latest first, then as before. */
export function nextEndingSort({ by, descending }: LinkSort): LinkSort {
  if (by !== 'ending') return endingFirst;
  return descending ? newestFirst : { by, descending: true };
}
