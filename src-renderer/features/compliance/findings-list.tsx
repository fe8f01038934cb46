import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Finding, LintReport } from '#domain/compliance/finding';
import { categoryName } from '#contract/messages/compliance-names';
import { useTranslator } from '../../i18n/locale.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import { FindingDetails } from './finding-details.tsx';
import './compliance.css';

interface FindingsListProps {
  findings: readonly Finding[];
  /** Findings an allow-phrase silenced: shown below, never counted. */
  allowed?: LintReport['allowed'];
  /** The text the findings speak of, to name their parts. */
  text?: string;
  /** Takes the reader to the place in the text. */
  onLocate?(finding: Finding): void;
  /** Further buttons for one finding. */
  actions?(finding: Finding): ReactNode;
}

const keyOf = ({ rule, start, end }: Finding): string => `${rule}-${start}-${end}`;

/** Findings one below the other, each a line that opens into the full explanation. */
export function FindingsList({ findings, allowed = [], text, onLocate, actions }: FindingsListProps): ReactNode {
  const { t, pick } = useTranslator();
  if (findings.length === 0 && allowed.length === 0) return <p className="faint">{t('compliance.clean')}</p>;
  return (
    <ul className="findings-list" aria-label={t('compliance.findings')}>
      {findings.map((finding) => (
        <li key={keyOf(finding)}>
          <details>
            <summary>
              <SeverityTag severity={finding.severity} />
              <q>{finding.text}</q>
              <span className="finding-line">
                <strong>{pick(categoryName(finding.category))}</strong> {finding.explanation}
              </span>
            </summary>
            <FindingDetails finding={finding} {...(text === undefined ? {} : { text })} actions={actions?.(finding)} />
          </details>
          {onLocate ? (
            <Button size="small" type="link" onClick={() => onLocate(finding)}>
              {t('compliance.locate')}
            </Button>
          ) : null}
        </li>
      ))}
      {allowed.map(({ finding, phrase }) => (
        <li key={`allowed-${keyOf(finding)}`} className="finding-allowed">
          <Tooltip title={finding.explanation}>
            <span className="tone-tag tone-neutral">{t('compliance.allowed')}</span>
          </Tooltip>
          <q>{finding.text}</q>
          <span className="finding-line">
            {pick(categoryName(finding.category))} · {t('compliance.allowed.by', { phrase })}
          </span>
        </li>
      ))}
    </ul>
  );
}
