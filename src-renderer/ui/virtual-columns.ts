import type { ReactNode } from 'react';

export interface VirtualColumn<Row> {
  key: string;
  title: ReactNode;
  /** CSS grid track with a smallest width in pixels, e.g. `120px` or `minmax(200px, 2fr)`. */
  width: string;
  align?: 'start' | 'end';
  /** Cells hold a line and below it a lesser one, beside each other where rows are low unless `always`; see {@link TwoLines}. */
  twoLines?: boolean | 'always';
  /**
   * Nothing in its cells is too long for them, or it ends in dots by itself, as a tag does. They need no edge of their own,
   * which the browser pays for in every frame; nor do numbers and cells of two lines.
   */
  edgeless?: boolean;
  /** Class of all its cells. */
  className?: string;
  /** Stays in view while the table is scrolled sideways; only leading columns can. */
  pinned?: boolean;
  /** The head is a button that sorts by this column. */
  sortable?: boolean;
  render(row: Row): ReactNode;
}

/** What a click on a head sorts by, and which way the arrow points. */
export interface VirtualSort {
  key: string;
  descending: boolean;
}

/** Rows that are ticked, for actions on many. */
export interface RowSelection<Row> {
  isSelected(row: Row): boolean;
  state: 'none' | 'some' | 'all';
  /** `range` takes along the rows since the one toggled last. */
  onToggle(row: Row, index: number, range: boolean): void;
  onToggleAll(): void;
  labelAll: string;
}

export const selectionWidth = 40;

const smallestWidth = (track: string): number => Number(/(\d+(?:\.\d+)?)px/.exec(track)?.[1] ?? 0);

interface Tracks {
  template: string;
  /** Below this the table scrolls sideways; the same for head and rows, whose cells must stay in line. */
  minWidth: number;
  /** Distance from the left edge of each pinned column. */
  pinnedAt: ReadonlyMap<string, number>;
}

/** Lays columns out, after the column of tick boxes if there is one. */
export function tracksOf<Row>(columns: readonly VirtualColumn<Row>[], selectable: boolean): Tracks {
  const pinnedAt = new Map<string, number>();
  let minWidth = selectable ? selectionWidth : 0;
  let pinning = true;
  for (const { key, width, pinned } of columns) {
    pinning &&= pinned === true;
    if (pinning) pinnedAt.set(key, minWidth);
    minWidth += smallestWidth(width);
  }
  const tracks = columns.map(({ width }) => width);
  return { template: [...(selectable ? [`${selectionWidth}px`] : []), ...tracks].join(' '), minWidth, pinnedAt };
}

export type Tracked = Pick<Tracks, 'pinnedAt'>;
