import type { ReactNode } from 'react';
import type { PastFinding } from '#contract/compliance';
import { categoryName } from '#contract/messages/compliance-names';
import type { Finding } from '#domain/compliance/finding';
import { Button } from 'antd';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import { FindingsList } from './findings-list.tsx';
import { MarkedText } from './marked-text.tsx';
import { useFalseAlarm } from './use-false-alarm.tsx';
import './compliance.css';

function PastFindings({ past }: { past: readonly PastFinding[] }): ReactNode {
  const { t, pick, locale } = useTranslator();
  if (past.length === 0) return null;
  const day = (at: string): string => new Date(at).toLocaleDateString(locale);
  return (
    <details className="past-findings">
      <summary>{t('compliance.past', { n: past.length })}</summary>
      <ul>
        {past.map(({ field, finding, foundAt, supersededAt, supersededBy }) => (
          <li key={`${field} ${finding.rule} ${finding.start} ${foundAt} ${supersededAt}`}>
            <SeverityTag severity={finding.severity} />
            <q>{finding.text}</q>
            <span className="secondary">
              {pick(categoryName(finding.category))} · {t(`compliance.field.${field}`)}
            </span>
            <span className="faint">
              {t('compliance.past.days', { from: day(foundAt), to: day(supersededAt) })}
              {supersededBy === null ? null : ` · ${t(`compliance.past.${supersededBy}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the wording rules say of a product's title and 推荐语, and what they used to say. */
export function ProductFindings({ productId }: { productId: string }): ReactNode {
  const { t } = useTranslator();
  const { data, error, reload } = useRemote('compliance.product', { productId });
  const { doubt, dialog } = useFalseAlarm(null);
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === null) return null;
  const actions = (text: string) =>
    function falseAlarm(finding: Finding): ReactNode {
      return (
        <Button size="small" onClick={() => doubt(text, finding)}>
          {t('falseAlarm.button')}
        </Button>
      );
    };
  return (
    <div className="product-findings">
      {data.texts.map(({ field, text, report }) => (
        <section key={field}>
          <h4>{t(`compliance.field.${field}`)}</h4>
          <p>
            <MarkedText text={text} findings={report.findings} actions={actions(text)} />
          </p>
          <FindingsList findings={report.findings} allowed={report.allowed} text={text} actions={actions(text)} />
        </section>
      ))}
      <PastFindings past={data.past} />
      {dialog}
    </div>
  );
}
