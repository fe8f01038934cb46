import { type CSSProperties, memo, type MouseEvent, type ReactNode } from 'react';
import './two-lines.css';
import type { RowDragEvents } from './use-row-drag.ts';
import type { Tracked, VirtualColumn } from './virtual-columns.ts';

/** What happens to rows; the same object for the life of a table, so that a row renders only when it changes. */
export interface RowEvents {
  onClick(index: number, event: MouseEvent): void;
  onTick(index: number, event: MouseEvent): void;
}

interface VirtualRowProps<Row> extends Tracked {
  row: Row | undefined;
  index: number;
  id: string;
  columns: readonly VirtualColumn<Row>[];
  /** Distance from the top of the laid-out content. */
  y: number;
  height: number;
  isCurrent: boolean;
  /** Undefined in tables without tick boxes. */
  isTicked: boolean | undefined;
  events: RowEvents;
  /** Undefined in tables whose order is not the user's. */
  drag: RowDragEvents | undefined;
  /** A dragged row would land above this one, or below it. */
  drop: 'above' | 'below' | undefined;
}

interface CellProps {
  className: string;
  style?: CSSProperties;
}

/** How the cells of a column are aligned and held. */
export function cellProps<Row>({ key, align }: VirtualColumn<Row>, pinnedAt: Tracked['pinnedAt']): CellProps {
  const side = `cell-${align ?? 'start'}`;
  const at = pinnedAt.get(key);
  return at === undefined ? { className: side } : { className: `${side} cell-pinned`, style: { insetInlineStart: at } };
}

/** Not a component of its own: a turn of the wheel writes some seventy cells. */
function cell<Row>(column: VirtualColumn<Row>, row: Row, pinnedAt: Tracked['pinnedAt']): ReactNode {
  const { className, style } = cellProps(column, pinnedAt);
  const { key, twoLines, edgeless } = column;
  // A held cell is as high as its row, to cover what scrolls under it: its lines need an element to be in the middle.
  const lines = twoLines === 'always' ? 'two-lines two-lines-always' : twoLines ? 'two-lines' : '';
  const wrap = twoLines && style !== undefined;
  const classes = [className, wrap ? '' : lines, edgeless || twoLines ? 'cell-edgeless' : '', column.className ?? '']
    .filter(Boolean)
    .join(' ');
  return (
    <div key={key} role="gridcell" className={classes} style={style}>
      {wrap ? <div className={lines}>{column.render(row)}</div> : column.render(row)}
    </div>
  );
}

function Row<Item>(props: VirtualRowProps<Item>): ReactNode {
  const { row, index, id, columns, pinnedAt, y, height, isCurrent, isTicked, events, drag, drop } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid itself listens to the keyboard
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isTicked ?? isCurrent}
      className={`virtual-row${isCurrent ? ' virtual-row-current' : ''}${isTicked ? ' virtual-row-ticked' : ''}${drop ? ` virtual-drop-${drop}` : ''}`}
      style={{ height, transform: `translateY(${y}px)` }}
      onClick={(event) => events.onClick(index, event)}
      draggable={drag !== undefined}
      onDragStart={(event) => drag?.onDragStart(index, event)}
      onDragOver={(event) => drag?.onDragOver(index, event)}
      onDrop={drag?.onDrop}
      onDragEnd={drag?.onDragEnd}
    >
      {isTicked === undefined ? null : (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/control-has-associated-label -- Space in the grid does the same, the row says whether it is selected
        <div
          role="gridcell"
          tabIndex={-1}
          className="virtual-tick cell-pinned"
          style={{ insetInlineStart: 0 }}
          onClick={(event) => {
            event.stopPropagation();
            events.onTick(index, event);
          }}
        >
          <span aria-hidden="true" className={isTicked ? 'tick-box tick-on' : 'tick-box'} />
        </div>
      )}
      {row === undefined ? (
        <div role="gridcell" aria-busy="true" aria-label="…" className="virtual-pending" />
      ) : (
        columns.map((column) => cell(column, row, pinnedAt))
      )}
    </div>
  );
}

/** One row; renders again only when something about it changes. */
export const VirtualRow = memo(Row) as typeof Row;
