import type { RefObject } from 'react';
import { useServices } from '../../state/services.tsx';
import { useCampaignRoutes } from '../campaigns/use-campaign-routes.ts';
import { headBeside, lineAt } from './inbox-layout.ts';
import type { InboxListHandle } from './inbox-list.tsx';
import { tickOf } from './inbox-ticks.ts';
import type { Inbox } from './use-inbox.ts';

export interface InboxMoves {
  /** Puts the keyboard on a line, ticking all rows on the way there when asked to. */
  goTo(index: number, extend: boolean): void;
  page(step: 1 | -1, extend: boolean): void;
  group(step: 1 | -1): void;
  /** Opens the current group or goes into it; closes it, or goes from a row to its head. */
  open(opens: boolean): void;
  tick(index: number, extend: boolean): void;
  /** Leads to the item in its campaign, or to the product. */
  show(): void;
}

/** Moving about in the inbox, and ticking. */
export function useInboxMoves(inbox: Inbox, list: RefObject<InboxListHandle | null>): InboxMoves {
  const { route } = useServices();
  const { desk } = useCampaignRoutes();
  const { layout, current, line, row, ticks } = inbox;

  function goTo(index: number, extend: boolean): void {
    const to = Math.max(0, Math.min(index, layout.lines - 1));
    if (extend) ticks.tickLines(layout, current, to);
    inbox.goTo(to);
    list.current?.reveal(to);
  }

  return {
    goTo,
    page: (step, extend) => goTo(current + step * Math.max(1, (list.current?.linesInView() ?? 2) - 1), extend),
    group: (step) => goTo(headBeside(layout, current, step), false),
    open: (opens) => {
      if (line === null) return;
      const { group, isOpen, head } = line.listed;
      if (!opens && line.row !== null) goTo(head, false);
      else if (opens && isOpen && line.row === null) goTo(head + 1, false);
      else inbox.setOpen(group, opens);
    },
    tick: (index, extend) => {
      if (extend) return goTo(index, true);
      inbox.goTo(index);
      const at = lineAt(layout, index);
      if (at === null) return;
      const { group, rows } = at.listed;
      if (at.row === null) return ticks.toggleGroup(group.cause, rows);
      const found = inbox.rows.rowAt(group.cause, at.row);
      if (found) ticks.toggle(tickOf(group.cause, found));
    },
    show: () => {
      if (row?.kind === 'item') desk(row.campaignId, { surface: row.surface, itemId: row.itemId });
      else if (row) route.getState().go('catalog', { id: row.productId });
    },
  };
}
