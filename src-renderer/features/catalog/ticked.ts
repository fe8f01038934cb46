import type { CatalogFilter, ProductSelection } from '#contract/catalog';
import { limits } from '#contract/limits';

/** Products ticked for an action on many: some by their ids, or all that the filter finds but a few. */
export type Ticked =
  | { kind: 'some'; ids: ReadonlySet<string> }
  | { kind: 'all'; filter: CatalogFilter; except: ReadonlySet<string> };

export const nothingTicked: Ticked = { kind: 'some', ids: new Set() };

/** As many as one call may name, be they ticked or left out. */
export const mostTicked = limits.idsPerCall;

export function isTicked(ticked: Ticked, id: string): boolean {
  return ticked.kind === 'some' ? ticked.ids.has(id) : !ticked.except.has(id);
}

/** @param total how many products the filter of "all" finds; null while it is being counted */
export function countTicked(ticked: Ticked, total: number | null): number | null {
  if (ticked.kind === 'some') return ticked.ids.size;
  return total === null ? null : Math.max(0, total - ticked.except.size);
}

/** Ticks or unticks products. Null when that would be more than can be named one by one. */
export function setTicked(ticked: Ticked, ids: readonly string[], on: boolean): Ticked | null {
  const named = new Set(ticked.kind === 'some' ? ticked.ids : ticked.except);
  for (const id of ids) {
    if (on === (ticked.kind === 'some')) named.add(id);
    else named.delete(id);
  }
  if (named.size > mostTicked) return null;
  return ticked.kind === 'some' ? { kind: 'some', ids: named } : { ...ticked, except: named };
}

/** As the engine understands it; null when nothing is ticked. */
export function toSelection(ticked: Ticked): ProductSelection | null {
  if (ticked.kind === 'all') return { filter: ticked.filter, except: [...ticked.except] };
  return ticked.ids.size === 0 ? null : { ids: [...ticked.ids] };
}
