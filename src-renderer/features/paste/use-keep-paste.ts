import { useCallback } from 'react';
import { AppError } from '#contract/errors';
import type { PasteKept } from '#contract/paste';
import { useTranslator } from '../../i18n/locale.tsx';
import { jobEnd } from '../../state/jobs-store.ts';
import { pasteChoices } from '../../state/paste-store.ts';
import { useServices } from '../../state/services.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';
import { useUndoNotice } from '../../ui/use-undo-notice.tsx';

export interface KeepPaste {
  busy: Action['busy'];
  /** Keeps what was decided, offers to take it back, and hands on what became of it. */
  keep(done: (kept: PasteKept) => void): void;
}

/** Makes what was decided about the text part of the catalog. */
export function useKeepPaste(): KeepPaste {
  const { t } = useTranslator();
  const { transport, jobs, paste } = useServices();
  const { busy, run } = useAction();
  const offerUndo = useUndoNotice();

  const keep = useCallback(
    (done: (kept: PasteKept) => void): void =>
      run(async () => {
        const { text, decisions } = paste.getState();
        const started = await transport.call('paste.keep', { text, choices: pasteChoices(decisions) });
        const job = await jobEnd(jobs, started.id);
        if (job.state !== 'done') throw job.error ? AppError.fromData(job.error) : new AppError('CANCELLED', job.state);
        const kept = job.result as PasteKept;
        const { batchId } = kept;
        if (batchId !== null) {
          offerUndo(t('paste.done', { products: kept.productIds.length, links: kept.linksAdded }), async () => {
            const undoing = await transport.call('import.undo', { batchId });
            await jobEnd(jobs, undoing.id);
          });
        }
        done(kept);
      }),
    [run, paste, transport, jobs, offerUndo, t],
  );
  return { busy, keep };
}
