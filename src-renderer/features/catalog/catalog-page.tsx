import { Skeleton } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRoute, useServices } from '../../state/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { CatalogHeader } from './catalog-header.tsx';
import { CatalogToolbar } from './catalog-toolbar.tsx';
import { filterParts, withoutPart } from './filter-parts.ts';
import { NoMatch } from './no-match.tsx';
import { NoProducts } from './no-products.tsx';
import { ProductDrawer } from './product-drawer.tsx';
import { ProductTable } from './product-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useCatalogView } from './use-catalog-view.ts';
import { useFilterCount } from '../../state/use-filter-count.ts';
import { useTicked } from './use-ticked.ts';
import './catalog.css';

/** All products: search, filters, what each costs, pays, opens and says; the way to the drawer and to campaigns. */
export function CatalogPage(): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { route } = useServices();
  const { id, view } = useRoute();
  const { filter, sort, setFilter, setSort, show } = useCatalogView();
  const { total, isCurrent, error, reload } = useFilterCount('catalog.count', filter);
  const { ticked, clear, selection } = useTicked(filter, sort);
  const [current, setCurrent] = useState(-1);
  const table = useRef<HTMLDivElement>(null);
  const filtered = Object.keys(filter).length > 0;
  const focusTable = (): void => table.current?.querySelector<HTMLElement>('[role=grid]')?.focus();

  if (total === 0 && isCurrent && !filtered) {
    return (
      <div className="page-fill">
        <CatalogHeader total={0} counting={false} failed={false} />
        <NoProducts />
      </div>
    );
  }
  return (
    <div className="page-fill">
      <CatalogHeader total={total} counting={!isCurrent} failed={error !== null} />
      <CatalogToolbar
        view={{ filter, sort }}
        onView={show}
        onLeaveSearch={() => {
          setCurrent((before) => Math.max(0, before));
          focusTable();
        }}
      />
      <FilterChips
        parts={filterParts(filter, translator)}
        onRemove={(key) => setFilter(withoutPart(filter, key))}
        onClear={() => setFilter(filter.search === undefined ? {} : { search: filter.search })}
      />
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {total === 0 ? <NoMatch search={filter.search} onClear={() => setFilter({})} /> : null}
      {total === null && !error ? <Skeleton active paragraph={{ rows: 10 }} title={false} /> : null}
      {total !== null && total > 0 ? (
        <div className="catalog-table" ref={table}>
          <ProductTable
            filter={filter}
            sort={sort}
            onSort={setSort}
            total={total}
            selection={selection}
            current={current}
            onCurrent={setCurrent}
            onOpen={(row) => route.getState().go('catalog', { id: row.id, view })}
          />
        </div>
      ) : null}
      <SelectionBar ticked={ticked} total={total} onClear={clear} />
      <ProductDrawer
        id={id}
        onClose={() => {
          route.getState().go('catalog', { view });
          focusTable();
        }}
      />
      <span className="visually-hidden" role="status">
        {total === null ? '' : t('common.items', { n: total })}
      </span>
    </div>
  );
}
