import { useCallback } from 'react';
import { AppError } from '#contract/errors';
import type { PasteChoice, PasteKept } from '#contract/paste';
import { useTranslator } from '../../i18n/locale.tsx';
import { jobEnd } from '../../state/jobs-store.ts';
import { useServices } from '../../state/services.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';
import { useUndoNotice } from '../../ui/use-undo-notice.tsx';

export interface DecidedText {
  text: string;
  choices: PasteChoice[];
  /** The user says that the links are their own. */
  own: boolean;
  /** What was done, beside the button that takes it back; without it how much was kept. */
  notice?: string;
}

export interface KeepText {
  busy: Action['busy'];
  /** Keeps what was decided about a text, offers to take it back, and hands on what became of it. */
  keep(decided: DecidedText, done: (kept: PasteKept) => void): void;
}

/** Makes what was decided about a text part of the catalog. */
export function useKeepText(): KeepText {
  const { t } = useTranslator();
  const { transport, jobs } = useServices();
  const { busy, run } = useAction();
  const offerUndo = useUndoNotice();

  const keep = useCallback(
    ({ notice, ...decided }: DecidedText, done: (kept: PasteKept) => void): void =>
      run(async () => {
        const started = await transport.call('paste.keep', decided);
        const job = await jobEnd(jobs, started.id);
        if (job.state !== 'done') throw job.error ? AppError.fromData(job.error) : new AppError('CANCELLED', job.state);
        const kept = job.result as PasteKept;
        const { batchId } = kept;
        if (batchId !== null) {
          const counted = t('paste.done', { products: kept.productIds.length, links: kept.linksAdded });
          offerUndo(notice ?? counted, async () => {
            const undoing = await transport.call('import.undo', { batchId });
            await jobEnd(jobs, undoing.id);
          });
        }
        done(kept);
      }),
    [run, transport, jobs, offerUndo, t],
  );
  return { busy, keep };
}
