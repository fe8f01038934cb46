import { Button } from 'antd';
import type { ReactNode } from 'react';
import { categoryName, foldNames, partRoleNames } from '#contract/messages/compliance-names';
import { confidenceNames } from '#contract/messages/openability-messages';
import type { Finding } from '#domain/compliance/finding';
import type { FoldName } from '#domain/compliance/text/view';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';

const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** Sources a rule rests on: pages open in the browser, documents are named. */
export function SourceList({ sources }: { sources: readonly string[] }): ReactNode {
  const { host } = useServices();
  return (
    <span className="finding-sources">
      {sources.map((source) =>
        isAddress(source) ? (
          <Button key={source} type="link" size="small" title={source} onClick={() => void host.openExternal(source)}>
            {hostOf(source)}
          </Button>
        ) : (
          <span key={source}>{source}</span>
        ),
      )}
    </span>
  );
}

/** Clause, since when and how certain: what a finding rests on. Words of the user's own rest on the user's list. */
function Basis({ finding: { basis } }: { finding: Finding }): ReactNode {
  const { t, pick } = useTranslator();
  if (basis.pack === 'user') return <dd>{t('compliance.ownWord.basis')}</dd>;
  return (
    <dd>
      {t('compliance.clause', { title: basis.title, clause: basis.clause }).trim()}
      <span className="faint">
        {' · '}
        {t('compliance.since', { date: basis.effectiveFrom })}
        {' · '}
        {pick(confidenceNames[basis.confidence])}
        {' · '}
        {basis.pack}
      </span>
    </dd>
  );
}

function Parts({ finding, text }: { finding: Finding; text: string | undefined }): ReactNode {
  const { t, pick } = useTranslator();
  // A single part says no more than the marked text itself.
  if (text === undefined || finding.parts.length < 2) return null;
  return (
    <>
      <dt>{t('compliance.parts')}</dt>
      <dd className="finding-parts">
        {finding.parts.map(({ role, span }) => (
          <span key={`${role}-${span.start}`}>
            <small>{pick(partRoleNames[role])}</small> {text.slice(span.start, span.end)}
          </span>
        ))}
      </dd>
    </>
  );
}

interface FindingDetailsProps {
  finding: Finding;
  /** The text the finding speaks of, to name its parts. */
  text?: string;
  actions?: ReactNode;
}

/** One finding in full: what, why, on which clause of which day, what proof would clear it. */
export function FindingDetails({ finding, text, actions }: FindingDetailsProps): ReactNode {
  const { t, pick } = useTranslator();
  const folds = finding.folds.map((name) => pick(foldNames[name as FoldName]));
  return (
    <section className="finding-details" aria-label={pick(categoryName(finding.category))}>
      <header>
        <SeverityTag severity={finding.severity} />
        <strong>{pick(categoryName(finding.category))}</strong>
        {folds.length === 0 ? null : <span className="faint">{t('compliance.seenThrough', { folds })}</span>}
      </header>
      {finding.explanation === '' ? null : <p>{finding.explanation}</p>}
      <dl>
        <Parts finding={finding} text={text} />
        <dt>{t('compliance.basis')}</dt>
        <Basis finding={finding} />
        {finding.basis.source.length === 0 ? null : (
          <>
            <dt>{t('compliance.source')}</dt>
            <dd>
              <SourceList sources={finding.basis.source} />
            </dd>
          </>
        )}
        {finding.clearedBy === null ? null : (
          <>
            <dt>{t('compliance.clearedBy')}</dt>
            <dd>{finding.clearedBy}</dd>
          </>
        )}
      </dl>
      {actions ? <div className="finding-actions">{actions}</div> : null}
    </section>
  );
}
