import { type ReactNode, useCallback, useMemo } from 'react';
import type { LinkFilter, LinkRow, LinkSort } from '#contract/links';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { usePagedRows } from '../../state/use-paged-rows.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { linkColumns } from './link-columns.tsx';
import { nextEndingSort } from './use-links-view.ts';

interface LinkTableProps {
  filter: LinkFilter;
  sort: LinkSort;
  onSort(sort: LinkSort): void;
  total: number;
  current: number;
  onCurrent(index: number): void;
  onOpen(row: LinkRow): void;
}

const rowHeights = { comfortable: 56, compact: 36 };
const keyOf = ({ id }: LinkRow): string => String(id);

/** The links a filter finds; only those in view are read. */
export function LinkTable({ filter, sort, onSort, total, current, onCurrent, onOpen }: LinkTableProps): ReactNode {
  const translator = useTranslator();
  const { transport } = useServices();
  const { density } = useSettings();
  const read = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) =>
      (await transport.call('links.query', { filter, sort, offset, limit }, { signal })).items,
    [transport, filter, sort],
  );
  const { rowAt, onRange, error, reload } = usePagedRows(read);
  const columns = useMemo(() => linkColumns(translator, filter.surface), [translator, filter.surface]);
  return (
    <>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <VirtualTable
        label={translator.t('nav.links')}
        columns={columns}
        count={total}
        rowAt={rowAt}
        rowKey={keyOf}
        rowHeight={rowHeights[density]}
        onRange={onRange}
        onOpen={onOpen}
        current={current}
        onCurrent={onCurrent}
        {...(sort.by === 'ending' ? { sort: { key: 'ends', descending: sort.descending } } : {})}
        onSort={() => onSort(nextEndingSort(sort))}
        listKey={JSON.stringify({ filter, sort })}
      />
    </>
  );
}
