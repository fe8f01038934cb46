import { type ReactNode, useState } from 'react';
import type { TextFix } from '#contract/campaign-fixes';
import type { CampaignItem, ItemEdit, ItemTarget } from '#contract/campaigns';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import { useServices } from '../../state/services.tsx';
import { ReturnFocus } from '../../ui/return-focus.tsx';
import { useToday } from '../../state/use-today.ts';
import { useCampaignChange } from '../campaigns/use-campaign-change.ts';
import { FalseAlarmDialog } from '../compliance/false-alarm-dialog.tsx';
import type { DoubtedFinding } from '../compliance/use-false-alarm.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { ProposalDialog } from './proposal-dialog.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import './fixes.css';

/** Everything that can be done to many items at once. */
export type AnyFix = ItemFix | TextFix['kind'] | 'snooze';

/** What only the page around knows how to do. */
interface PageWork {
  /** Opens the editor of the page; by default the copy is edited in a dialog. */
  onEdit?(target: ItemTarget): void;
  onAddLink?(target: ItemTarget): void;
  /** After a change was made. */
  onDone?(): void;
}

export interface ItemFixes {
  /** Starts a fix: at once, or with a dialog where there is something to see or to say first. */
  apply(fix: AnyFix, targets: readonly ItemTarget[], item?: CampaignItem): void;
  busy: boolean;
  /** To be rendered by the page. */
  dialogs: ReactNode;
}

type Open =
  | { dialog: 'propose'; fix: TextFix; targets: readonly ItemTarget[] }
  | { dialog: 'replace' | 'move' | 'override' | 'snooze'; targets: readonly ItemTarget[] }
  | { dialog: 'edit'; target: ItemTarget }
  | { dialog: 'allow'; doubted: DoubtedFinding };

/** The fixes of blockers, with their dialogs; every change can be taken back from the notice it leaves. */
export function useItemFixes({ onEdit, onAddLink, onDone }: PageWork): ItemFixes {
  const { transport } = useServices();
  const { change, busy } = useCampaignChange();
  const today = useToday();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const done = (): void => {
    close();
    onDone?.();
  };
  const edit = (edits: ItemEdit[]): void => change(() => transport.call('campaigns.edit', { edits }), done);

  function apply(fix: AnyFix, targets: readonly ItemTarget[], item?: CampaignItem): void {
    const [first] = targets;
    if (!first) return;
    switch (fix) {
      case 'relink':
      case 'rewrite':
      case 'reset':
        return setOpen({ dialog: 'propose', fix: { kind: fix }, targets });
      case 'replace':
      case 'move':
      case 'override':
      case 'snooze':
        return setOpen({ dialog: fix, targets });
      case 'leave-out':
        return edit(targets.map((target) => ({ ...target, leftOut: true })));
      case 'remove':
        return change(() => transport.call('campaigns.takeOut', { targets: [...targets] }), done);
      case 'allow':
        return allow(first, item);
      case 'edit':
        return onEdit ? onEdit(first) : setOpen({ dialog: 'edit', target: first });
      case 'add-link':
        return onAddLink?.(first);
    }
  }

  function allow({ surface }: ItemTarget, item: CampaignItem | undefined): void {
    const finding = item?.findings.find(({ severity }) => severity === 'block') ?? item?.findings[0];
    if (item && finding) setOpen({ dialog: 'allow', doubted: { text: item.text, surface, finding } });
  }

  function dialogs(): ReactNode {
    switch (open?.dialog) {
      case 'propose':
        return <ProposalDialog fix={open.fix} targets={open.targets} busy={busy} onApply={edit} onClose={close} />;
      case 'replace': {
        const { targets } = open;
        const preview = (find: string, replacement: string): void =>
          setOpen({ dialog: 'propose', fix: { kind: 'replace', find, replacement }, targets });
        return <ReplaceDialog onPreview={preview} onClose={close} />;
      }
      case 'move': {
        const targets = [...open.targets];
        return (
          <MoveDialog
            targets={targets}
            busy={busy}
            onMove={(to) => change(() => transport.call('campaigns.moveSurface', { targets, to }), done)}
            onClose={close}
          />
        );
      }
      case 'override': {
        const { targets } = open;
        const letThrough = (overrideReason: string): void =>
          edit(targets.map((target) => ({ ...target, overrideReason })));
        return <OverrideDialog count={targets.length} busy={busy} onAllow={letThrough} onClose={close} />;
      }
      case 'snooze': {
        const targets = [...open.targets];
        return (
          <SnoozeDialog
            count={targets.length}
            today={today}
            onSnooze={(until) => change(() => transport.call('campaigns.snooze', { targets, until }), done)}
            onClose={close}
          />
        );
      }
      case 'edit': {
        const { target } = open;
        return (
          <EditDialog target={target} busy={busy} onSave={(text) => edit([{ ...target, text }])} onClose={close} />
        );
      }
      case 'allow':
        return <FalseAlarmDialog doubted={open.doubted} onClose={done} />;
      default:
        return null;
    }
  }

  return { apply, busy, dialogs: open === null ? null : <ReturnFocus>{dialogs()}</ReturnFocus> };
}
