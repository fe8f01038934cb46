import { useCallback, useMemo, useState } from 'react';
import type { InboxGroup, InboxOutputs, InboxRow } from '#contract/inbox';
import { useRoute, useServices } from '../../state/services.tsx';
import { type Remote, useRemote } from '../../state/use-remote.ts';
import { type InboxLayout, layOut, type Line, lineAt } from './inbox-layout.ts';
import { type InboxView, inboxViewState, readInboxView } from './inbox-view.ts';
import { type InboxRows, useInboxRows } from './use-inbox-rows.ts';
import { type TickHandle, useTicks } from './use-ticks.ts';

export interface Inbox {
  view: InboxView;
  show(view: InboxView): void;
  groups: Remote<InboxOutputs['inbox.groups']>;
  layout: InboxLayout;
  rows: InboxRows;
  ticks: TickHandle;
  /** Line the keyboard is at. */
  current: number;
  goTo(index: number): void;
  line: Line | null;
  row: InboxRow | undefined;
  /** Shows or hides the rows of a group. */
  setOpen(group: InboxGroup, open: boolean): void;
}

/** Groups that only warn wait closed behind those that block. */
const isOpenAtFirst = ({ severity }: InboxGroup): boolean => severity === 'block';

/** What the inbox lists, where one is in it and what is ticked. */
export function useInbox(): Inbox {
  const { route } = useServices();
  const { view: state } = useRoute();
  const key = JSON.stringify(state);
  const view = useMemo(() => readInboxView(JSON.parse(key) as Record<string, unknown>), [key]);
  const { filter, snoozed } = view;
  const show = useCallback((next: InboxView) => route.getState().setView(inboxViewState(next)), [route]);

  const groups = useRemote('inbox.groups', { filter });
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const found = groups.data?.groups ?? null;
  const layout = useMemo(
    () => layOut(found ?? [], snoozed, (group) => opened.get(group.cause) ?? (snoozed || isOpenAtFirst(group))),
    [found, snoozed, opened],
  );
  const rows = useInboxRows(view, layout);
  const ticks = useTicks(view, found);

  const [at, setAt] = useState(0);
  const current = Math.min(at, layout.lines - 1);
  const line = lineAt(layout, current);
  const row = line === null || line.row === null ? undefined : rows.rowAt(line.listed.group.cause, line.row);
  const setOpen = useCallback(
    ({ cause }: InboxGroup, open: boolean) => setOpened((before) => new Map(before).set(cause, open)),
    [],
  );
  return { view, show, groups, layout, rows, ticks, current, goTo: setAt, line, row, setOpen };
}
