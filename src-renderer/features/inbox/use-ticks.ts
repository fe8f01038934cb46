import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InboxGroup } from '#contract/inbox';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type InboxLayout, rowsBetween } from './inbox-layout.ts';
import { countTicks, noTicks, pruned, type Tick, type Ticks, tickKey, ticksOf, withTicks } from './inbox-ticks.ts';
import type { InboxView } from './inbox-view.ts';

export interface TickHandle {
  ticks: Ticks;
  clear(): void;
  toggle(tick: Tick): void;
  /** All of a group, or, when all are, none. */
  toggleGroup(cause: string, rows: number): void;
  /** Everything that is listed, or, when all is, nothing. */
  toggleAll(layout: InboxLayout): void;
  /** All rows between two lines. */
  tickLines(layout: InboxLayout, from: number, to: number): void;
}

/** Which rows are ticked; rows that are gone lose their tick. */
export function useTicks({ filter, snoozed }: InboxView, groups: readonly InboxGroup[] | null): TickHandle {
  const { transport } = useServices();
  const { run } = useAction();
  const [ticks, setTicks] = useState<Ticks>(noTicks);
  const clear = useCallback(() => setTicks(noTicks), []);
  useEffect(clear, [filter, snoozed, clear]);

  const all = useCallback(
    async (cause: string): Promise<Tick[]> =>
      ticksOf(cause, await transport.call('inbox.targets', { cause, snoozed, filter })),
    [transport, snoozed, filter],
  );
  const set = useCallback(
    (changed: readonly Tick[], on: boolean) => setTicks((before) => withTicks(before, changed, on)),
    [],
  );

  const latest = useRef(ticks);
  useEffect(() => {
    latest.current = ticks;
  });
  useEffect(() => {
    if (groups === null) return;
    const causes = new Set([...latest.current.values()].map(({ cause }) => cause));
    run(async () => {
      for (const cause of causes) {
        const present = groups.some((group) => group.cause === cause) ? await all(cause) : [];
        setTicks((before) => pruned(before, cause, present));
      }
    });
  }, [groups, all, run]);

  return useMemo(
    () => ({
      ticks,
      clear,
      toggle: (tick) => set([tick], !ticks.has(tickKey(tick))),
      toggleGroup: (cause, rows) => run(async () => set(await all(cause), countTicks(ticks, cause) < rows)),
      toggleAll: ({ groups: listed }) => {
        const isAll = listed.every(({ group, rows }) => countTicks(ticks, group.cause) >= rows);
        if (isAll) clear();
        else
          run(async () => {
            for (const { group } of listed) set(await all(group.cause), true);
          });
      },
      tickLines: (layout, from, to) =>
        run(async () => {
          for (const { listed, first, last } of rowsBetween(layout, Math.min(from, to), Math.max(from, to))) {
            set((await all(listed.group.cause)).slice(first, last + 1), true);
          }
        }),
    }),
    [ticks, set, clear, all, run],
  );
}
