/** A move as the engine understands it: items, and the one they go before (null = to the end). */
export interface ItemMove {
  itemIds: number[];
  before: number | null;
  /** The order afterwards. */
  order: number[];
}

/**
 * Puts items before the place `at` of an order, as one block in their present order.
 * @param at index in the present order; its length = to the end
 * @returns null when nothing would change
 */
export function moveBefore(order: readonly number[], moving: ReadonlySet<number>, at: number): ItemMove | null {
  const itemIds = order.filter((id) => moving.has(id));
  const before = order.slice(at).find((id) => !moving.has(id)) ?? null;
  const staying = order.filter((id) => !moving.has(id));
  const place = before === null ? staying.length : staying.indexOf(before);
  const next = [...staying.slice(0, place), ...itemIds, ...staying.slice(place)];
  return next.every((id, index) => id === order[index]) ? null : { itemIds, before, order: next };
}

/** Moves a block one place up or down, past its nearest neighbour. */
export function moveBy(order: readonly number[], moving: ReadonlySet<number>, by: -1 | 1): ItemMove | null {
  const places = order.flatMap((id, index) => (moving.has(id) ? [index] : []));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  return moveBefore(order, moving, by < 0 ? Math.max(0, first - 1) : Math.min(order.length, last + 2));
}
