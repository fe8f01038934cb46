import type { KeyboardEvent } from 'react';
import type { RowReorder } from './use-row-drag.ts';
import type { RowSelection } from './virtual-columns.ts';

/** What keys act on. */
export interface KeyTarget<Row> {
  count: number;
  current: number;
  rowAt(index: number): Row | undefined;
  onOpen?(row: Row, index: number): void;
  onToggle?(row: Row): void;
  onCurrent(index: number): void;
  selection?: RowSelection<Row>;
  reorder?: RowReorder;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Row a key leads to; null for keys that lead nowhere. */
export function nextIndex(key: string, current: number, count: number, pageRows: number): number | null {
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

function actOnRow<Row>({ key, shiftKey }: Key, target: KeyTarget<Row>): void {
  const { current, selection } = target;
  const row = current < 0 ? undefined : target.rowAt(current);
  if (row === undefined) return;
  if (key === 'Enter') target.onOpen?.(row, current);
  else if (selection) selection.onToggle(row, current, shiftKey);
  else target.onToggle?.(row);
}

/** Alt with an arrow moves the current row and shows it where it goes. @returns whether it was such a key */
function moveRow<Row>(
  { key, altKey }: Key,
  { reorder, current, count }: KeyTarget<Row>,
  reveal: (index: number) => void,
): boolean {
  if (!altKey || !reorder || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  const by = key === 'ArrowUp' ? -1 : 1;
  const next = current + by;
  if (current >= 0 && next >= 0 && next < count) {
    reorder.onMove(current, by);
    reveal(next);
  }
  return true;
}

/**
 * Does what a key means in a table.
 * @param reveal shows a row that may be out of view
 * @returns whether the key meant something
 */
export function handleTableKey<Row>(
  event: Key,
  target: KeyTarget<Row>,
  pageRows: number,
  reveal: (index: number) => void,
): boolean {
  const { key, shiftKey, ctrlKey, metaKey } = event;
  const { current, count, selection } = target;
  if (moveRow(event, target, reveal)) return true;
  if (key === 'Enter' || key === ' ') {
    actOnRow(event, target);
    return true;
  }
  if (selection && key.toLowerCase() === 'a' && (ctrlKey || metaKey)) {
    selection.onToggleAll();
    return true;
  }
  const next = nextIndex(key, current, count, Math.max(1, pageRows));
  if (next === null || count === 0) return false;
  target.onCurrent(next);
  reveal(next);
  const row = target.rowAt(next);
  if (shiftKey && row !== undefined && next !== current) selection?.onToggle(row, next, true);
  return true;
}
