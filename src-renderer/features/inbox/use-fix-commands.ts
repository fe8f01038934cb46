import { App } from 'antd';
import type { InboxGroup } from '#contract/inbox';
import { useTranslator } from '../../i18n/locale.tsx';
import { useAction } from '../../ui/use-action.ts';
import { fixName } from './fix-bar.tsx';
import { bestForGroup, bestForRow, type FixScope, type InboxFix } from './inbox-fixes.ts';
import type { FixScopeHandle } from './use-fix-scope.ts';
import type { Inbox } from './use-inbox.ts';

export interface FixCommands {
  /** Starts a fix for what is ticked, else for the current group or row. */
  fix(fix: InboxFix): void;
  /** The fix that helps most here. */
  best(): void;
  /** The fix that helps all of a group, for all of it. */
  fixGroup(group: InboxGroup): void;
}

/** Starting fixes, from keys and from buttons. */
export function useFixCommands(
  { view, line, row }: Inbox,
  scope: FixScopeHandle,
  apply: (fix: InboxFix, scope: FixScope) => void,
): FixCommands {
  const translator = useTranslator();
  const { message } = App.useApp();
  const { run } = useAction();

  function fix(which: InboxFix): void {
    if (scope.of === 'nothing') return;
    if (!scope.possible.includes(which)) {
      void message.info(translator.t('inbox.notPossible', { fix: fixName(which, translator) }));
      return;
    }
    run(async () => {
      const resolved = await scope.resolve();
      if (resolved) apply(which, resolved);
    });
  }

  function best(): void {
    if (line === null) return;
    const { group, rows } = line.listed;
    const isOne = scope.of === 'row' && row !== undefined;
    const which = view.snoozed ? 'wake' : isOne ? bestForRow(row, group) : bestForGroup({ ...group, rows });
    if (which) fix(which);
  }

  function fixGroup(group: InboxGroup): void {
    const which = bestForGroup(group);
    if (which) run(async () => apply(which, await scope.resolveGroup(group)));
  }
  return { fix, best, fixGroup };
}
