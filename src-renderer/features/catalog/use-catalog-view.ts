import { useCallback, useMemo } from 'react';
import type { CatalogFilter, CatalogSort } from '#contract/catalog';
import { useRoute, useServices } from '../../state/services.tsx';
import { type CatalogView, catalogViewState, newestFirst, readCatalogView } from './catalog-view.ts';

export interface CatalogViewHandle extends CatalogView {
  setFilter(filter: CatalogFilter): void;
  setSort(sort: CatalogSort): void;
  /** Shows another view, e.g. a saved one. */
  show(view: CatalogView): void;
}

/** What the list shows, kept in the address. */
export function useCatalogView(): CatalogViewHandle {
  const { route } = useServices();
  const { view } = useRoute();
  const key = JSON.stringify(view);
  const { filter, sort } = useMemo(() => readCatalogView(JSON.parse(key) as Record<string, unknown>), [key]);
  const show = useCallback((next: CatalogView) => route.getState().setView(catalogViewState(next)), [route]);
  const setFilter = useCallback((next: CatalogFilter) => show({ filter: next, sort }), [show, sort]);
  const setSort = useCallback((next: CatalogSort) => show({ filter, sort: next }), [show, filter]);
  return { filter, sort, setFilter, setSort, show };
}

/** What a click on a column's head sorts by: first the way one mostly wants it, then the other way, then as before. */
export function nextSort(current: CatalogSort, by: CatalogSort['by']): CatalogSort {
  const firstDescending = by !== 'title' && by !== 'coupon-end';
  if (current.by !== by) return { by, descending: firstDescending };
  return current.descending === firstDescending ? { by, descending: !firstDescending } : newestFirst;
}
