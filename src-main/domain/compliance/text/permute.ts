import { copyUnit, createView, foldBits, type View } from './view.ts';

/** The view read from its end. */
export function reverseView(view: View): View {
  const out = createView(view.length, view.memory);
  for (let at = view.length - 1; at >= 0; at -= 1) copyUnit(view, at, out, foldBits.reversed);
  return out;
}

function linesOf(view: View): number[][] {
  const out: number[][] = [[]];
  for (let at = 0; at < view.length; at += 1) {
    if (view.units[at] === 10) out.push([]);
    else if (view.units[at] !== 32) out.at(-1)?.push(at);
  }
  return out.filter((line) => line.length > 0);
}

/**
 * Text set in columns, read column by column: from the left and, as in old books, from the right.
 * Empty unless at least two lines of equal length between 2 and 8 make up the whole text.
 */
export function columnViews(view: View): View[] {
  const lines = linesOf(view);
  const width = lines[0]?.length ?? 0;
  const isGrid = lines.length >= 2 && width >= 2 && width <= 8 && lines.every((line) => line.length === width);
  if (!isGrid) return [];
  const columns = Array.from({ length: width }, (_, column) => lines.map((line) => line[column] ?? 0));
  return [columns, columns.toReversed()].map((order) => {
    const out = createView(view.length, view.memory);
    for (const at of order.flat()) copyUnit(view, at, out, foldBits.vertical);
    return out;
  });
}
