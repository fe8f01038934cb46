import type { InboxGroup, InboxTargets, InboxRow } from '#contract/inbox';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import type { AnyFix } from '../fixes/use-item-fixes.tsx';

/** Everything the inbox can do to rows; `wake` brings back what was put off. */
export type InboxFix = AnyFix | 'wake';

/** In the order they are offered, each with its key. */
export const fixKeys = {
  relink: 'l',
  rewrite: 'r',
  edit: 'e',
  replace: 'f',
  reset: 't',
  'add-link': 'i',
  move: 'm',
  allow: 'w',
  override: 'p',
  'leave-out': 'n',
  remove: 'd',
  snooze: 's',
  wake: 's',
} as const satisfies Record<InboxFix, string>;

/** What a fix is to be done to. */
export interface FixScope extends InboxTargets {
  count: number;
  /** Whether it is what was ticked, a whole group, or one row. */
  of: 'ticked' | 'group' | 'row';
  /** What the causes offer. */
  offered: ReadonlySet<ItemFix>;
  /** A row of it that is at hand, for what has to be shown. */
  row: InboxRow | null;
  cause: string;
}

const needOffer: readonly InboxFix[] = ['relink', 'rewrite', 'edit', 'add-link', 'allow', 'override'];
const oneAtATime: readonly InboxFix[] = ['edit', 'add-link'];

/** Whether a fix makes sense for rows. `items` and `products`: whether there are such among them. */
export function isPossible(
  fix: InboxFix,
  { count, offered }: Pick<FixScope, 'count' | 'offered'>,
  { items, products, snoozed }: { items: boolean; products: boolean; snoozed: boolean },
): boolean {
  if (fix === 'snooze' || fix === 'wake') return (fix === 'wake') === snoozed && (items || products);
  if (fix === 'allow') return offered.has(fix);
  if (!items || products) return false;
  if (oneAtATime.includes(fix) && count !== 1) return false;
  return !needOffer.includes(fix) || offered.has(fix as ItemFix);
}

/** For many rows: what needs no decision about each, and takes nothing out while something else helps. */
const bestForMany: readonly ItemFix[] = ['relink', 'rewrite', 'move', 'allow', 'leave-out', 'remove'];

/** The fix that helps all of a group; null when there is nothing that helps but looking. */
export function bestForGroup({ fixes, rows }: Pick<InboxGroup, 'fixes' | 'rows'>): ItemFix | null {
  const [first] = fixes;
  if (rows === 1 && first !== undefined) return first;
  return bestForMany.find((fix) => fixes.includes(fix)) ?? null;
}

/** The fix that helps a row with one cause. */
export function bestForRow(row: InboxRow, { code, fixes }: Pick<InboxGroup, 'code' | 'fixes'>): ItemFix | null {
  if (row.kind === 'product') return fixes[0] ?? null;
  return row.item.blockers.find((blocker) => blocker.code === code)?.fixes[0] ?? null;
}
