import { useCallback, useMemo } from 'react';
import type { InboxGroup } from '#contract/inbox';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import { useServices } from '../../state/services.tsx';
import { type FixScope, fixKeys, type InboxFix, isPossible } from './inbox-fixes.ts';
import { countTicks, scopeOf, tickOf } from './inbox-ticks.ts';
import type { Inbox } from './use-inbox.ts';

export interface FixScopeHandle {
  of: FixScope['of'] | 'nothing';
  count: number;
  possible: readonly InboxFix[];
  /** Works out what a fix is to be done to; null when there is nothing. */
  resolve(): Promise<FixScope | null>;
  /** The same for a whole group, whatever is ticked. */
  resolveGroup(group: InboxGroup): Promise<FixScope>;
}

const offeredBy = (groups: readonly InboxGroup[]): Set<ItemFix> => new Set(groups.flatMap(({ fixes }) => fixes));
const allFixes = Object.keys(fixKeys) as InboxFix[];

/** What fixes are for at the moment: what is ticked, else the current group or row. */
export function useFixScope({ view, layout, ticks: { ticks }, line, row }: Inbox): FixScopeHandle {
  const { transport } = useServices();
  const { filter, snoozed } = view;

  const resolveGroup = useCallback(
    async (group: InboxGroup): Promise<FixScope> => {
      const { cause } = group;
      const [all, page] = await Promise.all([
        transport.call('inbox.targets', { cause, snoozed, filter }),
        transport.call('inbox.rows', { cause, snoozed, filter, offset: 0, limit: 1 }),
      ]);
      const count = all.targets.length + all.productIds.length;
      return { ...all, count, of: 'group', offered: offeredBy([group]), row: page.items[0] ?? null, cause };
    },
    [transport, snoozed, filter],
  );

  return useMemo(() => {
    const listed = layout.groups.map(({ group }) => group);
    if (ticks.size > 0) {
      const ticked = listed.filter(({ cause }) => countTicks(ticks, cause) > 0);
      const scope = scopeOf(ticks.values());
      const count = scope.targets.length + scope.productIds.length;
      const offered = offeredBy(ticked);
      const cause = line?.listed.group.cause ?? '';
      const resolve = (): Promise<FixScope> =>
        Promise.resolve({ ...scope, count, of: 'ticked', offered, row: row ?? null, cause });
      const kinds = { items: scope.targets.length > 0, products: scope.productIds.length > 0, snoozed };
      return { of: 'ticked', count, possible: possibleOf({ count, offered }, kinds), resolve, resolveGroup };
    }
    if (line === null) {
      return { of: 'nothing', count: 0, possible: [], resolve: () => Promise.resolve(null), resolveGroup };
    }
    const { group, rows } = line.listed;
    const ofCatalog = group.code === null;
    const kinds = { items: !ofCatalog, products: ofCatalog, snoozed };
    if (line.row === null) {
      const offered = offeredBy([group]);
      const resolve = (): Promise<FixScope> => resolveGroup(group);
      return { of: 'group', count: rows, possible: possibleOf({ count: rows, offered }, kinds), resolve, resolveGroup };
    }
    const offered =
      row?.kind === 'item' ? new Set(row.item.blockers.flatMap(({ fixes }) => fixes)) : offeredBy([group]);
    const resolve = (): Promise<FixScope | null> =>
      Promise.resolve(
        row ? { ...scopeOf([tickOf(group.cause, row)]), count: 1, of: 'row', offered, row, cause: group.cause } : null,
      );
    return { of: 'row', count: 1, possible: possibleOf({ count: 1, offered }, kinds), resolve, resolveGroup };
  }, [layout, ticks, line, row, snoozed, resolveGroup]);
}

function possibleOf(
  scope: Pick<FixScope, 'count' | 'offered'>,
  kinds: Parameters<typeof isPossible>[2],
): readonly InboxFix[] {
  return allFixes.filter((fix) => isPossible(fix, scope, kinds));
}
