import { Checkbox, Pagination } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Proposal, Proposals } from '#contract/campaign-fixes';
import { skipMessages } from '#contract/messages/campaign-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { ChangedText } from '../compliance/rewrite-preview.tsx';
import { OneLine } from '../../ui/one-line.tsx';

const perPage = 20;

export const proposalKey = ({ itemId, surface }: { itemId: number; surface: string }): string => `${itemId} ${surface}`;

interface ProposalListProps {
  proposals: readonly Proposal[];
  /** Keys of those that are not to be made. */
  left: ReadonlySet<string>;
  onLeave(left: ReadonlySet<string>): void;
}

/** Every change before it is made, each with a tick. */
export function ProposalList({ proposals, left, onLeave }: ProposalListProps): ReactNode {
  const { t } = useTranslator();
  const [page, setPage] = useState(1);
  const shown = proposals.slice((page - 1) * perPage, page * perPage);

  function include(proposal: Proposal, yes: boolean): void {
    const next = new Set(left);
    if (yes) next.delete(proposalKey(proposal));
    else next.add(proposalKey(proposal));
    onLeave(next);
  }

  return (
    <>
      <ul className="proposal-list">
        {shown.map((proposal) => (
          <li key={proposalKey(proposal)}>
            <Checkbox
              checked={!left.has(proposalKey(proposal))}
              aria-label={t('fixes.include', { title: proposal.title })}
              onChange={({ target }) => include(proposal, target.checked)}
            />
            <div>
              <header>
                <OneLine as="strong">{proposal.title}</OneLine>
                <span className="faint">{t(`surface.${proposal.surface}`)}</span>
              </header>
              <ProposedChange proposal={proposal} />
            </div>
          </li>
        ))}
      </ul>
      {proposals.length > perPage ? (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={perPage}
          total={proposals.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </>
  );
}

function ProposedChange({ proposal: { before, after } }: { proposal: Proposal }): ReactNode {
  const { t } = useTranslator();
  return (
    <>
      {before.text === after.text ? null : <ChangedText before={before.text} after={after.text} />}
      {before.link === after.link ? null : (
        <p className="proposal-link">
          <span className="secondary">{t('fixes.linkChange')}</span>
          <del>{before.link ?? t('fixes.noLink')}</del>
          <ins>{after.link ?? t('fixes.noLink')}</ins>
        </p>
      )}
    </>
  );
}

/** Items a fix does not help, with why. */
export function SkippedList({ skipped }: { skipped: Proposals['skipped'] }): ReactNode {
  const { t, pick } = useTranslator();
  if (skipped.length === 0) return null;
  return (
    <details className="skipped-list">
      <summary>{t('fixes.skipped', { n: skipped.length })}</summary>
      <ul>
        {skipped.map((item) => (
          <li key={proposalKey(item)}>
            <OneLine>{item.title}</OneLine>
            <span className="faint">{pick(skipMessages[item.reason])}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
