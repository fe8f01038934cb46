import type { ItemTarget } from '#contract/campaigns';
import type { InboxRow, InboxTargets } from '#contract/inbox';

/** A ticked row: an item on a surface, or a product whose own texts break a rule. */
export type Tick = { cause: string } & ({ target: ItemTarget } | { productId: string });

/** By key; a row that is listed for two causes is ticked for each on its own. */
export type Ticks = ReadonlyMap<string, Tick>;

export const noTicks: Ticks = new Map();

export function tickKey(tick: Tick): string {
  const row = 'target' in tick ? `${tick.target.itemId} ${tick.target.surface}` : tick.productId;
  return `${tick.cause} ${row}`;
}

export const tickOf = (cause: string, row: InboxRow): Tick =>
  row.kind === 'item'
    ? { cause, target: { itemId: row.itemId, surface: row.surface } }
    : { cause, productId: row.productId };

/** Ticks of everything a cause counts, in the order of its rows. */
export const ticksOf = (cause: string, { targets, productIds }: InboxTargets): Tick[] => [
  ...targets.map((target) => ({ cause, target })),
  ...productIds.map((productId) => ({ cause, productId })),
];

export function withTicks(ticks: Ticks, changed: readonly Tick[], on: boolean): Ticks {
  const next = new Map(ticks);
  for (const tick of changed) {
    if (on) next.set(tickKey(tick), tick);
    else next.delete(tickKey(tick));
  }
  return next;
}

/** Without ticks of a cause's rows that are no longer there. */
export function pruned(ticks: Ticks, cause: string, present: readonly Tick[]): Ticks {
  const known = new Set(present.map(tickKey));
  const left = [...ticks].filter(([key, tick]) => tick.cause !== cause || known.has(key));
  return left.length === ticks.size ? ticks : new Map(left);
}

/** How many rows of a cause are ticked. */
export function countTicks(ticks: Ticks, cause: string): number {
  let count = 0;
  for (const tick of ticks.values()) if (tick.cause === cause) count += 1;
  return count;
}

/** What ticks mean together: an item that is ticked for two causes is one item. */
export function scopeOf(ticks: Iterable<Tick>): InboxTargets {
  const targets = new Map<string, ItemTarget>();
  const productIds = new Set<string>();
  for (const tick of ticks) {
    if ('target' in tick) targets.set(`${tick.target.itemId} ${tick.target.surface}`, tick.target);
    else productIds.add(tick.productId);
  }
  return { targets: [...targets.values()], productIds: [...productIds] };
}
