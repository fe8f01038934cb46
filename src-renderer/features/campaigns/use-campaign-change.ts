import { useCallback } from 'react';
import type { Changed } from '#contract/campaign-changes';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useUndoNotice } from '../../ui/use-undo-notice.tsx';
import { changeText } from './change-text.ts';

export interface CampaignChanging {
  busy: boolean;
  /** Makes a change, then says what was done and offers to take it back. `after` runs once it is made. */
  change<Result extends Changed>(work: () => Promise<Result>, after?: (result: Result) => void): void;
}

/** The newest changes are looked through for the one just made: others may have come in between. */
const lookedAt = 5;

/** Changes campaigns the way every button does: told, undoable, failures in words. */
export function useCampaignChange(): CampaignChanging {
  const translator = useTranslator();
  const { transport } = useServices();
  const { run, busy } = useAction();
  const notice = useUndoNotice();

  const change = useCallback<CampaignChanging['change']>(
    (work, after) =>
      run(async () => {
        const result = await work();
        after?.(result);
        const { changeId } = result;
        if (changeId === null) return;
        const newest = await transport.call('campaigns.history', { id: null, limit: lookedAt });
        const made = newest.find((each) => each.changeId === changeId);
        if (made) {
          const undo = (): Promise<unknown> => transport.call('campaigns.undo', { changeId, redo: false });
          // Moves of one row, pressed one after the other, are one change.
          notice(changeText(made, translator), undo, `change-${changeId}`);
        }
      }),
    [run, transport, notice, translator],
  );
  return { busy, change };
}
