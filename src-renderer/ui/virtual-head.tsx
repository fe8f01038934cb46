import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { RowSelection, Tracked, VirtualColumn, VirtualSort } from './virtual-columns.ts';
import { cellProps } from './virtual-row.tsx';

interface VirtualHeadProps<Row> extends Tracked {
  columns: readonly VirtualColumn<Row>[];
  sort: VirtualSort | undefined;
  onSort: ((key: string) => void) | undefined;
  selection: RowSelection<Row> | undefined;
}

function ariaSort(key: string, sort: VirtualSort | undefined): 'ascending' | 'descending' | undefined {
  if (sort?.key !== key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

/** Names of the columns; those that can be sorted by are buttons. */
export function VirtualHead<Row>({ columns, pinnedAt, sort, onSort, selection }: VirtualHeadProps<Row>): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className="virtual-head">
      {selection ? (
        <div role="columnheader" className="virtual-tick cell-pinned" style={{ insetInlineStart: 0 }}>
          <input
            type="checkbox"
            aria-label={selection.labelAll}
            checked={selection.state === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = selection.state === 'some';
            }}
            onChange={selection.onToggleAll}
          />
        </div>
      ) : null}
      {columns.map((column) => {
        const { key, title, sortable } = column;
        return (
          <div key={key} role="columnheader" aria-sort={ariaSort(key, sort)} {...cellProps(column, pinnedAt)}>
            {sortable && onSort ? (
              <button type="button" className="virtual-sort" onClick={() => onSort(key)}>
                {title}
                <span aria-hidden="true" className="virtual-arrow">
                  {sort?.key !== key ? null : sort.descending ? <CaretDownFilled /> : <CaretUpFilled />}
                </span>
              </button>
            ) : (
              title
            )}
          </div>
        );
      })}
    </div>
  );
}
