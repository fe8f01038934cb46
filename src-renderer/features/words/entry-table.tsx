import { type ReactNode, useCallback, useState } from 'react';
import { VirtualTable, type VirtualColumn } from '../../ui/virtual-table.tsx';

const rowHeight = 42;
const noRange = (): void => undefined;

interface EntryTableProps<Entry> {
  label: string;
  entries: readonly Entry[];
  columns: readonly VirtualColumn<Entry>[];
  keyOf(entry: Entry): string;
  onOpen(entry: Entry): void;
}

/** A list of entries that are all there, opened by click or Enter. */
export function EntryTable<Entry>({ label, entries, columns, keyOf, onOpen }: EntryTableProps<Entry>): ReactNode {
  const [current, setCurrent] = useState(-1);
  const rowAt = useCallback((index: number) => entries[index], [entries]);
  return (
    <VirtualTable
      label={label}
      columns={columns}
      count={entries.length}
      rowAt={rowAt}
      rowKey={keyOf}
      rowHeight={rowHeight}
      onRange={noRange}
      onOpen={onOpen}
      current={current}
      onCurrent={setCurrent}
    />
  );
}
