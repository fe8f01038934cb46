import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

export interface VirtualColumn<Row> {
  key: string;
  title: ReactNode;
  /** CSS grid track, e.g. `120px` or `minmax(200px, 2fr)`. */
  width: string;
  align?: 'start' | 'end';
  render(row: Row): ReactNode;
}

interface VirtualTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly VirtualColumn<Row>[];
  /** Number of all rows; only those in view are asked for. */
  count: number;
  /** The row at an index, or undefined while it is being read. */
  rowAt(index: number): Row | undefined;
  rowKey(row: Row): string;
  rowHeight: number;
  /** Tells which rows are in view, so that their pages can be read. */
  onRange(first: number, last: number): void;
  /** Enter, or a click on the row. */
  onOpen?(row: Row): void;
  /** Row that keyboard and screen readers are at; -1 = none. */
  current: number;
  onCurrent(index: number): void;
  /** Space toggles the current row. */
  onToggle?(row: Row): void;
}

const overscan = 12;

function nextIndex(key: string, current: number, count: number, pageRows: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'PageDown':
      return Math.min(last, current + pageRows);
    case 'PageUp':
      return Math.max(0, current - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** A table of any length: only the rows in view exist. Arrow keys, Page Up/Down, Home, End, Enter and Space work. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>): ReactNode {
  const { columns, count, rowAt, rowKey, rowHeight, onRange, onOpen, current, onCurrent, onToggle, label } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [first, last, onRange]);

  const template = columns.map((column) => column.width).join(' ');
  const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);

  function onKeyDown(event: KeyboardEvent): void {
    const row = rowAt(current);
    if (event.key === 'Enter' && row && onOpen) onOpen(row);
    else if (event.key === ' ' && row && onToggle) onToggle(row);
    else {
      const next = nextIndex(event.key, current, count, pageRows);
      if (next === null || count === 0) return;
      onCurrent(next);
      virtual.scrollToIndex(next);
    }
    event.preventDefault();
  }

  return (
    <div
      className="virtual-table"
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-activedescendant={current >= 0 ? `row-${current}` : undefined}
      tabIndex={0}
      ref={scroller}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className="virtual-head" style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className={`cell-${column.align ?? 'start'}`}>
            {column.title}
          </div>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid itself listens to the keyboard
            <div
              key={row ? rowKey(row) : `pending-${item.index}`}
              id={`row-${item.index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-selected={item.index === current}
              className={item.index === current ? 'virtual-row virtual-row-current' : 'virtual-row'}
              style={{ gridTemplateColumns: template, height: rowHeight, transform: `translateY(${item.start}px)` }}
              onClick={() => {
                onCurrent(item.index);
                if (row) onOpen?.(row);
              }}
            >
              {row ? (
                columns.map((column) => (
                  <div key={column.key} role="gridcell" className={`cell-${column.align ?? 'start'}`}>
                    {column.render(row)}
                  </div>
                ))
              ) : (
                <div role="gridcell" aria-busy="true" aria-label="…" className="virtual-pending" />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
