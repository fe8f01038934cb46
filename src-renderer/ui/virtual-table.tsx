import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
} from 'react';
import { holdColumns } from './held-columns.ts';
import { useLatest } from './use-latest.ts';
import { markScrolling } from './mark-scrolling.ts';
import { handleTableKey, type KeyTarget } from './table-keys.ts';
import { type RowReorder, useRowDrag } from './use-row-drag.ts';
import { useRowsByTurns } from './use-rows-by-turns.ts';
import { useRowWindow } from './use-row-window.ts';
import { type RowSelection, tracksOf, type VirtualColumn, type VirtualSort } from './virtual-columns.ts';
import { VirtualHead } from './virtual-head.tsx';
import { type RowEvents, VirtualRow } from './virtual-row.tsx';

export type { RowReorder } from './use-row-drag.ts';
export type { RowSelection, VirtualColumn, VirtualSort } from './virtual-columns.ts';

interface VirtualTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  /** Keep the array's identity as long as nothing about the columns changes; rows then need no new rendering. */
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
  onOpen?(row: Row, index: number): void;
  /** Row that keyboard and screen readers are at; -1 = none. */
  current: number;
  onCurrent(index: number): void;
  /** Space toggles the current row. */
  onToggle?(row: Row): void;
  /** Tick boxes; Space, and Shift with arrows, clicks or Space, then tick rows, Ctrl+A all. */
  selection?: RowSelection<Row>;
  /** The order is the user's: rows can be dragged, and moved with Alt and the arrow keys. */
  reorder?: RowReorder;
  sort?: VirtualSort;
  onSort?(key: string): void;
  /**
   * Cells hold nothing that has a state of its own or takes the focus: a row that comes into view is then written over
   * one that left it, for a third less work. Rows stand in the page as they come; `aria-owns` says how they follow.
   */
  plainCells?: boolean;
  /** Names the list that is shown; another one starts at its top. */
  listKey?: string;
}

const headHeight = 40;

/** A table of any length: only the rows in view exist. Arrow keys, Page Up/Down, Home, End, Enter and Space work. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>): ReactNode {
  const { columns, count, rowAt, rowKey, rowHeight, onRange, current, label, selection, listKey, plainCells } = props;
  const { scroller, shown, scroll } = useRowWindow(count, rowHeight, headHeight);
  const last = Math.min(shown.last, count - 1);
  useEffect(() => onRange(shown.first, Math.max(shown.first, last)), [shown.first, last, onRange]);
  useEffect(() => scroll.goTo(0), [listKey, scroll]);
  useEffect(() => (scroller.current ? holdColumns(scroller.current) : undefined), [scroller]);
  useEffect(() => (scroller.current ? markScrolling(scroller.current) : undefined), [scroller]);

  const drawnAt = useRowsByTurns(shown.first, last, rowAt);
  const selectable = selection !== undefined;
  const tracks = useMemo(() => tracksOf(columns, selectable), [columns, selectable]);
  const latest = useLatest(props);
  const events = useRowEvents(latest);
  const drag = useRowDrag(latest);
  const dropOf = (index: number): 'above' | 'below' | undefined => {
    if (drag.dropAt === index) return 'above';
    return index === count - 1 && drag.dropAt === count ? 'below' : undefined;
  };
  const id = useId();

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof Element && event.target.closest('button, a, input, textarea')) return;
    if (handleTableKey(event, props, scroll.rowsInView() - 1, (index) => scroll.reveal(index))) event.preventDefault();
  }

  const inView = Array.from({ length: Math.max(0, last - shown.first + 1) }, (_, at) => shown.first + at);
  const placeOf = (index: number): number => (plainCells ? index % shown.places : index);
  const idOf = (index: number): string => `${id}${placeOf(index)}`;
  const size = { '--tracks': tracks.template, '--table-width': `${tracks.minWidth}px` } as CSSProperties;
  return (
    <div
      className="virtual-table"
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-multiselectable={selectable}
      aria-activedescendant={current >= shown.first && current <= last ? idOf(current) : undefined}
      tabIndex={0}
      ref={scroller}
      style={size}
      onKeyDown={onKeyDown}
    >
      <VirtualHead
        columns={columns}
        pinnedAt={tracks.pinnedAt}
        sort={props.sort}
        onSort={props.onSort}
        selection={selection}
      />
      <div
        role="rowgroup"
        aria-owns={plainCells ? inView.map(idOf).join(' ') : undefined}
        className="virtual-body"
        style={{ height: shown.height }}
      >
        {inView
          .toSorted((a, b) => placeOf(a) - placeOf(b))
          .map((index) => {
            const row = drawnAt(index);
            return (
              <VirtualRow
                key={row && !plainCells ? rowKey(row) : `at-${placeOf(index)}`}
                row={row}
                index={index}
                id={idOf(index)}
                columns={columns}
                pinnedAt={tracks.pinnedAt}
                y={index * rowHeight - shown.shift}
                height={rowHeight}
                isCurrent={index === current}
                isTicked={selection ? row !== undefined && selection.isSelected(row) : undefined}
                events={events}
                drag={props.reorder ? drag.events : undefined}
                drop={dropOf(index)}
              />
            );
          })}
      </div>
    </div>
  );
}

function tick<Row>({ rowAt, selection, onCurrent }: KeyTarget<Row>, index: number, event: MouseEvent): void {
  const row = rowAt(index);
  onCurrent(index);
  if (row) selection?.onToggle(row, index, event.shiftKey);
}

function click<Row>(target: KeyTarget<Row>, index: number, event: MouseEvent): void {
  if (target.selection && (event.ctrlKey || event.metaKey || event.shiftKey)) return tick(target, index, event);
  const row = target.rowAt(index);
  target.onCurrent(index);
  if (row) target.onOpen?.(row, index);
}

/** Handlers that stay the same while the table's own change. */
function useRowEvents<Row>(latest: RefObject<KeyTarget<Row>>): RowEvents {
  return useMemo(
    () => ({
      onTick: (index, event) => tick(latest.current, index, event),
      onClick: (index, event) => click(latest.current, index, event),
    }),
    [latest],
  );
}
