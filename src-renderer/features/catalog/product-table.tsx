import { type ReactNode, useCallback, useMemo } from 'react';
import type { CatalogFilter, CatalogRow, CatalogSort } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { usePagedRows } from '../../state/use-paged-rows.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { type RowSelection, VirtualTable } from '../../ui/virtual-table.tsx';
import { catalogColumns, sortOfColumn } from './catalog-columns.tsx';
import { nextSort } from './use-catalog-view.ts';

interface ProductTableProps {
  filter: CatalogFilter;
  sort: CatalogSort;
  onSort(sort: CatalogSort): void;
  total: number;
  selection: RowSelection<CatalogRow>;
  current: number;
  onCurrent(index: number): void;
  onOpen(row: CatalogRow, index: number): void;
}

const rowHeights = { comfortable: 56, compact: 36 };
const keyOf = ({ id }: CatalogRow): string => id;

/** The rows of a filter; only those in view are read. */
export function ProductTable(props: ProductTableProps): ReactNode {
  const { filter, sort, onSort, total, selection, current, onCurrent, onOpen } = props;
  const translator = useTranslator();
  const { transport } = useServices();
  const { surface, density, catalogColumns: chosen } = useSettings();
  const read = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) =>
      (await transport.call('catalog.query', { filter, sort, surface, offset, limit }, { signal })).items,
    [transport, filter, sort, surface],
  );
  const { rowAt, onRange, error, reload } = usePagedRows(read);
  const columns = useMemo(() => catalogColumns(chosen, translator, surface), [chosen, translator, surface]);
  const sortedColumn = Object.keys(sortOfColumn).find((key) => sortOfColumn[key] === sort.by);
  return (
    <>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <VirtualTable
        label={translator.t('nav.catalog')}
        columns={columns}
        count={total}
        rowAt={rowAt}
        rowKey={keyOf}
        rowHeight={rowHeights[density]}
        onRange={onRange}
        onOpen={onOpen}
        current={current}
        onCurrent={onCurrent}
        selection={selection}
        {...(sortedColumn === undefined ? {} : { sort: { key: sortedColumn, descending: sort.descending } })}
        onSort={(key) => {
          const by = sortOfColumn[key];
          if (by) onSort(nextSort(sort, by));
        }}
        plainCells
        listKey={JSON.stringify({ filter, sort })}
      />
    </>
  );
}
