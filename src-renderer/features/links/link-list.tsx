import { Button, Skeleton } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useFilterCount } from '../../state/use-filter-count.ts';
import { useRemote } from '../../state/use-remote.ts';
import { useRoute, useServices } from '../../state/services.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { DemoButton } from '../imports/demo-button.tsx';
import { ImportButton } from '../imports/import-button.tsx';
import { LinkDrawer } from './link-drawer.tsx';
import { linkFilterParts, withoutLinkPart } from './link-filter-parts.ts';
import { LinkTable } from './link-table.tsx';
import { LinksToolbar } from './links-toolbar.tsx';
import { isNarrowed } from './links-view.ts';
import { NoLinkMatch } from './no-link-match.tsx';
import { QuickFilters } from './quick-filters.tsx';
import { useLinksView } from './use-links-view.ts';

/** All share links: what each is, whom it pays, what it does in a place, and when it ends. */
export function LinkList(): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { route } = useServices();
  const { id, view } = useRoute();
  const { filter, sort, setFilter, setSort } = useLinksView();
  const { total, isCurrent, error, reload } = useFilterCount('links.count', filter);
  const { data: overview } = useRemote('links.overview', {});
  const [current, setCurrent] = useState(-1);
  const table = useRef<HTMLDivElement>(null);
  const focusTable = (): void => table.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const { surface, search } = filter;

  if (total === 0 && isCurrent && !isNarrowed(filter)) return <NoLinks />;
  return (
    <>
      {overview ? (
        <QuickFilters overview={overview} filter={filter} onChange={setFilter} />
      ) : (
        <div className="quick-filters" aria-hidden="true" />
      )}
      <LinksToolbar
        total={total}
        counting={!isCurrent}
        filter={filter}
        onFilter={setFilter}
        onLeaveSearch={() => {
          setCurrent((before) => Math.max(0, before));
          focusTable();
        }}
      />
      <FilterChips
        parts={linkFilterParts(filter, translator)}
        onRemove={(key) => setFilter(withoutLinkPart(filter, key))}
        onClear={() => setFilter(search === undefined ? { surface } : { surface, search })}
      />
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {total === 0 ? <NoLinkMatch search={search} onClear={() => setFilter({ surface })} /> : null}
      {total === null && !error ? <Skeleton active paragraph={{ rows: 10 }} title={false} /> : null}
      {total !== null && total > 0 ? (
        <div className="links-table" ref={table}>
          <LinkTable
            filter={filter}
            sort={sort}
            onSort={setSort}
            total={total}
            current={current}
            onCurrent={setCurrent}
            onOpen={(row) => route.getState().go('links', { id: String(row.id), view })}
          />
        </div>
      ) : null}
      <LinkDrawer
        id={id}
        onClose={() => {
          route.getState().go('links', { view });
          focusTable();
        }}
      />
      <span className="visually-hidden" role="status">
        {total === null ? '' : t('links.count', { n: total })}
      </span>
    </>
  );
}

function NoLinks(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  return (
    <EmptyState
      title={t('links.empty.title')}
      actions={
        <>
          <ImportButton />
          <DemoButton />
          <Button onClick={() => route.getState().go('links', { view: { tab: 'paste' } })}>
            {t('links.tab.paste')}
          </Button>
        </>
      }
    >
      {t('links.empty.text')}
    </EmptyState>
  );
}
