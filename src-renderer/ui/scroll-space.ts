/** How long a list is, and how much of it is seen at once; all in CSS pixels. */
export interface ScrollShape {
  /** Height of all rows. */
  total: number;
  /** Height of the part that is seen. */
  view: number;
  /** Tallest element the browser can lay out. */
  limit: number;
}

/** Where one is: what the scroll bar says, and which pixel of the list is at the top. The same for all but huge lists. */
export interface ScrollPlace {
  scrollTop: number;
  top: number;
}

/** A scroll further than this many screens is a jump of the scroll bar, not a movement along the rows. */
const jumpScreens = 4;

const clamp = (value: number, max: number): number => Math.max(0, Math.min(value, Math.max(0, max)));

/** Height the rows are given; less than they have when they are more than the browser can lay out. */
export function contentHeight({ total, view, limit }: ScrollShape): number {
  return Math.min(total, Math.max(limit, view));
}

/** The place at which a pixel of the list is at the top, with the scroll bar where it belongs. */
export function placeAt(shape: ScrollShape, top: number): ScrollPlace {
  const { total, view } = shape;
  const height = contentHeight(shape);
  const at = clamp(top, total - view);
  if (height >= total) return { scrollTop: at, top: at };
  return { scrollTop: (at * (height - view)) / (total - view), top: at };
}

/** The place after the browser scrolled: rows move with the wheel as ever, the scroll bar leads through the whole list. */
export function scrolledTo(shape: ScrollShape, from: ScrollPlace, scrollTop: number): ScrollPlace {
  const { total, view } = shape;
  const height = contentHeight(shape);
  if (height >= total) return { scrollTop, top: scrollTop };
  const moved = scrollTop - from.scrollTop;
  if (Math.abs(moved) <= jumpScreens * view) return { scrollTop, top: clamp(from.top + moved, total - view) };
  return { scrollTop, top: clamp((scrollTop * (total - view)) / (height - view), total - view) };
}

/** The rows that exist at a place. */
export interface RowWindow {
  first: number;
  /** -1 when there is no row. */
  last: number;
  /** What a row's place in the list is reduced by to get its place in the laid-out content. */
  shift: number;
  /** Height of the laid-out content. */
  height: number;
  /** How many rows exist in the middle of a long list; never less than from `first` to `last`. */
  places: number;
}

/** Rows kept beyond each edge, so that a turn of the wheel meets rows that are there. */
const spareRows = 10;
/** The window moves in steps of this many rows: few renders while scrolling, none of many rows at once. */
const stepRows = 2;

/** Which rows have to exist: those in view and a few around them. */
export function windowAt(shape: ScrollShape, { top, scrollTop }: ScrollPlace, rowHeight: number): RowWindow {
  const from = Math.floor(top / rowHeight / stepRows) * stepRows;
  const rows = Math.round(shape.total / rowHeight);
  const ahead = Math.ceil(shape.view / rowHeight) + stepRows + spareRows;
  return {
    first: Math.max(0, from - spareRows),
    last: Math.min(rows - 1, from + ahead),
    shift: top - scrollTop,
    height: contentHeight(shape),
    places: spareRows + ahead + 1,
  };
}
