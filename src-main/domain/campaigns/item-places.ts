/** Distance between neighbours that were never moved, so that an item can be put between two without moving others. */
export const placeStep = 1024;

export interface Placed {
  id: number;
  position: number;
}

/**
 * New positions that put items, in their present order, before another one (null or unknown = at the end). Only what has
 * to move does; when there is no room left between the neighbours, everything is numbered anew.
 * @param order all items in their present order
 */
export function placesBetween(
  order: readonly Placed[],
  moving: ReadonlySet<number>,
  before: number | null,
): Map<number, number> {
  const staying = order.filter(({ id }) => !moving.has(id));
  const moved = order.filter(({ id }) => moving.has(id));
  const found = staying.findIndex(({ id }) => id === before);
  const at = found < 0 ? staying.length : found;
  const next = [...staying.slice(0, at), ...moved, ...staying.slice(at)];
  if (next.every(({ id }, index) => id === order[index]?.id)) return new Map();
  const from = staying[at - 1]?.position ?? 0;
  const to = staying[at]?.position ?? from + placeStep * (moved.length + 1);
  const step = Math.min(placeStep, Math.floor((to - from) / (moved.length + 1)));
  if (step >= 1) return new Map(moved.map(({ id }, index) => [id, from + step * (index + 1)]));
  return new Map(next.map(({ id }, index) => [id, placeStep * (index + 1)]));
}
