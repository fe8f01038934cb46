import { useMemo } from 'react';
import type { CatalogFilter } from '#contract/catalog';
import type { LinkFilter } from '#contract/links';
import { useServices } from '../../state/services.tsx';

export interface OpenRows {
  products(filter: CatalogFilter): void;
  links(filter: LinkFilter): void;
}

/** Leads from a number to the list of exactly the rows it counts. */
export function useOpenRows(): OpenRows {
  const { route } = useServices();
  return useMemo(
    () => ({
      products: (filter) => route.getState().go('catalog', { view: { filter } }),
      links: (filter) => route.getState().go('links', { view: { filter } }),
    }),
    [route],
  );
}
