import { Button, Checkbox, Modal } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { TextFix } from '#contract/campaign-fixes';
import type { ItemEdit, ItemTarget } from '#contract/campaigns';
import { useTranslator } from '../../i18n/locale.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ProposalList, proposalKey, SkippedList } from './proposal-list.tsx';
import { type Trying, useProposals } from './use-proposals.ts';

interface ProposalDialogProps {
  /** Both must keep their identity while the dialog is open. */
  fix: TextFix;
  targets: readonly ItemTarget[];
  busy: boolean;
  onApply(edits: ItemEdit[]): void;
  onClose(): void;
}

/** Shows what a fix would do to every item, lets some be left out, and makes the rest so in one step. */
export function ProposalDialog({ fix, targets, busy, onApply, onClose }: ProposalDialogProps): ReactNode {
  const { t } = useTranslator();
  const { trying, stop } = useProposals(targets, fix);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { proposals, skipped, state, error } = trying;
  const chosen = proposals.filter((proposal) => !left.has(proposalKey(proposal)));
  const isWorking = state === 'working';
  const applyButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isWorking) applyButton.current?.focus();
  }, [isWorking]);

  return (
    <Modal
      open
      width={760}
      title={t(`fixes.${fix.kind}`)}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            ref={applyButton}
            disabled={isWorking || chosen.length === 0}
            loading={busy}
            onClick={() => onApply(chosen.map(({ edit }) => edit))}
          >
            {t('fixes.apply', { n: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="proposals">
        <p className="secondary">
          {fix.kind === 'replace'
            ? t('fixes.note.replace', { find: fix.find, replacement: fix.replacement })
            : t(`fixes.note.${fix.kind}`)}
        </p>
        {isWorking ? <Working trying={trying} total={targets.length} onStop={stop} /> : null}
        {error ? <ErrorNotice error={error} /> : null}
        {state === 'stopped' && !error ? <p className="secondary">{t('fixes.stopped')}</p> : null}
        {proposals.length > 1 ? (
          <Checkbox
            checked={chosen.length === proposals.length}
            indeterminate={chosen.length > 0 && chosen.length < proposals.length}
            onChange={({ target }) => setLeft(new Set(target.checked ? [] : proposals.map(proposalKey)))}
          >
            {t('fixes.all', { n: proposals.length })}
          </Checkbox>
        ) : null}
        <ProposalList proposals={proposals} left={left} onLeave={setLeft} />
        {!isWorking && proposals.length === 0 ? <p>{t('fixes.none')}</p> : null}
        <SkippedList skipped={skipped} />
      </div>
    </Modal>
  );
}

function Working({ trying, total, onStop }: { trying: Trying; total: number; onStop(): void }): ReactNode {
  const { t } = useTranslator();
  const label = t('fixes.working', { done: trying.done, total });
  return (
    <div className="proposals-working" role="status">
      <span className="tabular">{label}</span>
      <ProgressBar done={trying.done} total={total} label={label} />
      <Button size="small" onClick={onStop}>
        {t('fixes.stop')}
      </Button>
    </div>
  );
}
