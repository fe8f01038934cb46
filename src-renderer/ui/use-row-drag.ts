import { type DragEvent, useMemo, useRef, useState } from 'react';

/** Lets rows be put somewhere else, by dragging them or with Alt and the arrow keys. */
export interface RowReorder {
  /** One place up (-1) or down (1). */
  onMove(index: number, by: -1 | 1): void;
  /** Before the row at another index; the count of rows = to the end. */
  onDrop(from: number, before: number): void;
}

/** The drag events of a row; the same object for the life of a table. */
export interface RowDragEvents {
  onDragStart(index: number, event: DragEvent): void;
  onDragOver(index: number, event: DragEvent): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
}

interface RowDrag {
  events: RowDragEvents;
  /** Index of the row before which a dragged one would land; null while nothing is dragged. */
  dropAt: number | null;
}

/** Follows one row being dragged over others. @param latest the table's order as it is now */
export function useRowDrag(latest: { readonly current: { reorder?: RowReorder } }): RowDrag {
  const from = useRef<number | null>(null);
  const before = useRef<number | null>(null);
  const [dropAt, setDropAt] = useState<number | null>(null);
  const events = useMemo<RowDragEvents>(() => {
    const show = (index: number | null): void => {
      before.current = index;
      setDropAt(index);
    };
    return {
      onDragStart(index, event) {
        from.current = index;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', String(index + 1));
      },
      onDragOver(index, event) {
        if (from.current === null) return;
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        show(event.clientY < top + height / 2 ? index : index + 1);
      },
      onDrop(event) {
        event.preventDefault();
        const moved = from.current;
        const place = before.current;
        if (moved !== null && place !== null && place !== moved && place !== moved + 1) {
          latest.current.reorder?.onDrop(moved, place);
        }
        from.current = null;
        show(null);
      },
      onDragEnd() {
        from.current = null;
        show(null);
      },
    };
  }, [latest]);
  return { events, dropAt };
}
