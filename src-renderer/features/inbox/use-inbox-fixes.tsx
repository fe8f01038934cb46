import { type ReactNode, useState } from 'react';
import type { InboxRow } from '#contract/inbox';
import { useServices } from '../../state/services.tsx';
import { ReturnFocus } from '../../ui/return-focus.tsx';
import { useToday } from '../../state/use-today.ts';
import { useCampaignChange } from '../campaigns/use-campaign-change.ts';
import { useCampaignRoutes } from '../campaigns/use-campaign-routes.ts';
import { FalseAlarmDialog } from '../compliance/false-alarm-dialog.tsx';
import type { DoubtedFinding } from '../compliance/use-false-alarm.tsx';
import { SnoozeDialog } from '../fixes/snooze-dialog.tsx';
import { useItemFixes } from '../fixes/use-item-fixes.tsx';
import type { FixScope, InboxFix } from './inbox-fixes.ts';

interface InboxFixes {
  apply(fix: InboxFix, scope: FixScope): void;
  busy: boolean;
  /** To be rendered by the page. */
  dialogs: ReactNode;
}

type Open = { dialog: 'allow'; doubted: DoubtedFinding } | { dialog: 'snooze'; scope: FixScope };

/** The finding a row is listed for, in its text. */
function doubtedIn(row: InboxRow, cause: string): DoubtedFinding | null {
  if (row.kind === 'product') return { text: row.text, surface: null, finding: row.finding };
  const { item, surface } = row;
  const category = cause.slice(cause.indexOf('/') + 1);
  const finding = item.findings.find((each) => each.category === category) ?? item.findings[0];
  return finding ? { text: item.text, surface, finding } : null;
}

/** The fixes of the inbox: those of campaign items, and what can be done about products' own texts. */
export function useInboxFixes(onDone: () => void): InboxFixes {
  const { transport } = useServices();
  const { change, busy } = useCampaignChange();
  const { desk } = useCampaignRoutes();
  const today = useToday();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const items = useItemFixes({ onDone });

  function putOff({ targets, productIds }: FixScope, until: string | null): void {
    close();
    onDone();
    if (targets.length > 0) change(() => transport.call('campaigns.snooze', { targets, until }));
    if (productIds.length > 0) change(() => transport.call('inbox.snoozeProducts', { productIds, until }));
  }

  function apply(fix: InboxFix, scope: FixScope): void {
    const { targets, row, cause } = scope;
    switch (fix) {
      case 'snooze':
        return setOpen({ dialog: 'snooze', scope });
      case 'wake':
        return putOff(scope, null);
      case 'allow': {
        const doubted = row && doubtedIn(row, cause);
        if (doubted) setOpen({ dialog: 'allow', doubted });
        return;
      }
      case 'add-link':
        // The editor of the item takes a link with whatever is pasted around it.
        if (row?.kind === 'item') desk(row.campaignId, { surface: row.surface, itemId: row.itemId });
        return;
      default:
        return items.apply(fix, targets, row?.kind === 'item' ? row.item : undefined);
    }
  }

  function dialog(): ReactNode {
    if (open === null) return null;
    if (open.dialog === 'allow') return <FalseAlarmDialog doubted={open.doubted} onClose={close} />;
    const { scope } = open;
    return (
      <SnoozeDialog count={scope.count} today={today} onSnooze={(until) => putOff(scope, until)} onClose={close} />
    );
  }
  return {
    apply,
    busy: busy || items.busy,
    dialogs: open === null ? items.dialogs : <ReturnFocus>{dialog()}</ReturnFocus>,
  };
}
